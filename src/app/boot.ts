// The page is text already: it is painted first, and only then is the app evaluated, which has been fetched meanwhile.
requestAnimationFrame(() => setTimeout(() => void import('./main.ts')))
