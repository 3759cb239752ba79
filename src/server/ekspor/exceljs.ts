/** Loads exceljs when the first workbook is written: a quarter of all modules of the server are its. */
export const loadExcelJS = async (): Promise<typeof import('exceljs')> =>
  (await import('exceljs')).default
