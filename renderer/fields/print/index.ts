export { fileName } from './file-name.ts'
export { printFonts } from './fonts.ts'
export { escaped, type Fact, factHtml, isolated, type PrintPage, pageWords, printPage } from './page.ts'
