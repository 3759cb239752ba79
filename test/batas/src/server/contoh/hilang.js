/** Breaks harus-ditemukan on purpose. */
export { nothing } from './tidak-ada.js'
