/** Root-relative path of a page of a list by its number, from 1. */
export type PathOfPage = (page: number) => string;
