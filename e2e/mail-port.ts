/** Where the mail server of the journeys stands: beside the app, which is told so at its start. */
export const mailPort = (appPort: string) => (Number(appPort) < 65_534 ? Number(appPort) + 2 : 65_533)
