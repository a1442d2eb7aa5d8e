/** Outcomes: their labels, exactly these (DESIGN.md, Names), by the outcome itself. */
export const outcomes = {
  labels: {
    renewed: 'Renewed',
    refused: 'Refused',
    'not sent': 'Not sent',
    unknown: 'Unknown',
    'not renewed': 'Not renewed',
  },
}
