/** The mark and the name. */
import classes from '#web/shell/merek.module.css'

export function Merek() {
  return (
    <span className={classes.merek}>
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#0f5f7c" />
        <path
          d="M7 21.500V15l9-7 9 7v6.500"
          fill="none"
          stroke="#fff"
          strokeWidth="2.400"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path
          d="M11.500 25v-4.500M16 25v-8.500M20.500 25v-6"
          stroke="#9fd3e6"
          strokeWidth="2.400"
          strokeLinecap="round"
        />
      </svg>
      <span className={classes.nama}>SIKS-NG</span>
    </span>
  )
}
