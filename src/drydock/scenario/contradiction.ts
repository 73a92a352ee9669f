/** Where two parts of a scenario do not fit each other. */
export type Contradiction = { readonly path: (string | number)[]; readonly message: string };
