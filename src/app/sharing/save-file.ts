/** Hands a file that was made here to the person. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
