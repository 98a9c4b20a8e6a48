// The foreign page's half: gives each frame of Numoscope the height it asks for.
window.addEventListener('message', ({ data, source }) => {
  if (data === null || typeof data !== 'object' || data.type !== 'numoscope:height') return;
  const height = Number(data.height);
  if (!(height > 0 && height < 20000)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = String(height);
  }
});
