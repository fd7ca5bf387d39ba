/** Where the OpenID provider of the journeys stands: beside the app, which is told so at its start. */
export const providerPort = (appPort: string) => (Number(appPort) < 65_535 ? Number(appPort) + 1 : 65_534)
