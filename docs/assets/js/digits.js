// The decimal digits of a text as 0 to 9, in whatever script they are written: ３０４６, ၃၀၄၆, ३०४६.
export function digitsOf(text) {
  const isDigit = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));
  return Array.from(text.matchAll(/\p{Nd}/gu), ([sign]) => {
    const code = sign.codePointAt(0);
    // In Unicode the ten digits of a script follow each other, 0 first.
    let zero = code;
    while (isDigit(zero - 1)) zero -= 1;
    return (code - zero) % 10;
  }).join("");
}
