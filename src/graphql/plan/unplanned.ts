/**
 * What a plan does not know, or a value it did not expect. The ordinary executor takes over and tells what there is to
 * tell; so nothing is told here.
 */
export class Unplanned extends Error {}
