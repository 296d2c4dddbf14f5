/** The name under which a browser keeps the look that a reader chose. */
export const lookKey = "theme";

/** Sets that look. A file of its own: the page's other scripts run when it has been shown, which would flash. */
export const lookScript = `try {
  const look = localStorage.getItem("${lookKey}");
  if (look) document.documentElement.dataset.theme = look;
} catch {}
`;
