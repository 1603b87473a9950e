import { callService, type ServiceCall, type ServiceReply } from './search-messages.ts';
import { SearchService } from './search-service.ts';

/** The search in a thread of its own: answers each call with replies of the same number. */
let service: SearchService | undefined;

const answer = (reply: ServiceReply): void => {
  postMessage(reply);
};

addEventListener('message', ({ data }: MessageEvent<ServiceCall>) => {
  const { id, bundle, method, args } = data;
  service ??= new SearchService(bundle);
  callService(service, method, args, (progress) => answer({ id, progress })).then(
    (value) => answer({ id, value }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      answer({ id, error: { name, message } });
    },
  );
});
