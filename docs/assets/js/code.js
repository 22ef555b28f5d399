// A button beside each block of code that copies it, where the browser can (`content.code.copy`).
const button = document.getElementById("code-copy").content;

for (const code of navigator.clipboard ? document.querySelectorAll("article pre > code") : []) {
  const block = code.parentElement;
  const frame = document.createElement("div");
  frame.className = "code";
  block.replaceWith(frame);
  frame.append(block, button.cloneNode(true));
  frame.querySelector("button").dataset.copy = code.textContent;
}
