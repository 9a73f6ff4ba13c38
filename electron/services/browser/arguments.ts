/** Keeps a browser that serves only us from asking questions, from talking to anybody, and from keeping its memory. */
export const quietArguments = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-domain-reliability',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--metrics-recording-only',
  '--no-pings',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--password-store=basic',
]

/** Chromium refuses its sandbox to root. Nobody else loses it. */
export const isRoot = (): boolean => process.getuid?.() === 0

export const sandboxArguments = (): string[] => (isRoot() ? ['--no-sandbox'] : [])
