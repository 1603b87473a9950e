import { z } from 'zod';

/** A page of the site as its address: root-relative, without the base, ending in a slash. */
const pagePathSchema = z
  .string()
  .regex(/^\/(?:[^/?#\s]+\/)+$/u)
  .max(300);

const dateSchema = z.iso.date();

/** An address that leads to another one: what stood there was renamed. */
export const redirectSchema = z
  .strictObject({
    from: pagePathSchema.meta({ description: 'Address that was published, such as /units/<id>/' }),
    to: pagePathSchema.meta({ description: 'Address of the same thing today' }),
    reason: z.string().min(2).max(300).meta({ description: 'Why, in Chinese; shown to readers' }),
    on: dateSchema.meta({ description: 'Day of the change' }),
  })
  .meta({ id: 'Redirect', description: '改址' });

/** See {@link redirectSchema}. */
export type Redirect = z.infer<typeof redirectSchema>;

/** An address whose page was taken down: what stood there, since when it is gone, and why. */
export const tombstoneSchema = z
  .strictObject({
    path: pagePathSchema.meta({ description: 'Address that was published' }),
    title: z.string().min(1).max(300).meta({ description: 'What stood there, in Chinese' }),
    reason: z.string().min(2).max(1000).meta({ description: 'Why it was taken down, in Chinese' }),
    on: dateSchema.meta({ description: 'Day it was taken down' }),
  })
  .meta({ id: 'Tombstone', description: '撤下的页面' });

/** See {@link tombstoneSchema}. */
export type Tombstone = z.infer<typeof tombstoneSchema>;
