/** Path of the folder of drafts below a content folder; nothing but imports and accepting reads it. */
export const draftsFolder = 'drafts';
