/**
 * The address of the file that holds this module, one of the few that every page loads. It names the build: the names of all other files
 * stand in it, so that its own differs when any of theirs does.
 */
export const thisBuild: string = import.meta.url
