"""The same text as Astro Starlight sends it unmodified, for bench_pages.py.

It needs a folder in which ``npm install astro@5 @astrojs/starlight@0.36`` has run, and Node 20.
"""

import shutil
import subprocess
from pathlib import Path

from bs4 import BeautifulSoup

_FILES = {
    "astro.config.mjs": (
        'import { defineConfig } from "astro/config";\n'
        'import starlight from "@astrojs/starlight";\n'
        'export default defineConfig({ integrations: [starlight({ title: "Guide" })] });\n'
    ),
    "src/content.config.ts": (
        'import { defineCollection } from "astro:content";\n'
        'import { docsLoader } from "@astrojs/starlight/loaders";\n'
        'import { docsSchema } from "@astrojs/starlight/schema";\n'
        "export const collections = {\n"
        "  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),\n"
        "};\n"
    ),
}


def build_starlight(folder: Path, bare: dict[str, str]) -> Path:
    """Builds a site of pages.

    Args:
        folder: where the packages are installed.
        bare: the pages' text as HTML without anything, by address.

    Returns:
        The folder of the site. Each page is at its address, its text in Starlight's own frame.
    """
    docs = folder / "src/content/docs"
    shutil.rmtree(docs, ignore_errors=True)
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for address, html in bare.items():
        page = BeautifulSoup(html, "html.parser")
        title = page.h1.extract().get_text(" ", strip=True)
        path = docs / (address.strip("/") or "index")
        path.parent.mkdir(parents=True, exist_ok=True)
        # Without an empty line Markdown leaves HTML as it is.
        lines = [line for line in str(page.article).splitlines() if line.strip()]
        text = "---\ntitle: {!r}\n---\n\n{}\n".format(title, "\n".join(lines))
        path.with_name(f"{path.name}.md").write_text(text, encoding="utf-8")
    subprocess.run(["npx", "astro", "build", "--silent"], cwd=folder, check=True)
    return folder / "dist"
