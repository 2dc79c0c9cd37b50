/** Of ids that people and programs give records. */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
