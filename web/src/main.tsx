import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { Line } from './api/call.ts';
import { loadConfig } from './api/config.ts';
import { LineContext } from './api/hooks.ts';
import { handBack } from './api/own-window.ts';
import { SignIn, SignInContext } from './api/sign-in.ts';
import { insist } from './parts/insist.ts';
import { ReaderProvider } from './parts/reader.tsx';
import type { PageRoute } from './pages/page-route.ts';
import { Fault, Lost } from './pages/fault.tsx';
import { SignedIn } from './pages/signed-in.tsx';
import './styles/fonts.css';
import './styles/base.css';
import './styles/buttons.css';
import './styles/cards.css';
import './styles/forms.css';
import './styles/times.css';
import './styles/door.css';
import './styles/shell.css';
import './styles/session.css';
import './styles/invitation.css';
import './styles/room.css';
import './styles/log.css';
import './styles/print.css';
import './styles/paper.css';
import { firstLanguage, startWords } from './words/words.ts';

const pages = import.meta.glob<PageRoute>('./pages/**/route.ts', { eager: true, import: 'default' });

const routesOf = ({ path, formerPath, load }: PageRoute): readonly RouteObject[] =>
  [path, ...(formerPath === undefined ? [] : [formerPath])].map((each) => ({
    path: each,
    // Inside the frame of every page: whoever meets a broken one can still go elsewhere, and sign out.
    errorElement: <Fault />,
    lazy: async () => ({ Component: (await insist(load)).default }),
  }));

async function start(): Promise<void> {
  if (handBack(location.search)) return;
  const [config] = await Promise.all([loadConfig(), startWords(firstLanguage())]);
  const signIn = new SignIn(config);
  const back = await signIn.finish();
  if (back !== undefined && back !== 'refused') history.replaceState(null, '', back.path);
  const line: Line = {
    base: '',
    token: (renewed) => signIn.token(renewed),
    pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  };
  const router = createBrowserRouter([
    {
      element: <SignedIn signIn={signIn} refused={back === 'refused'} />,
      errorElement: <Fault />,
      hydrateFallbackElement: <></>,
      children: [...Object.values(pages).flatMap(routesOf), { path: '*', element: <Lost /> }],
    },
  ]);
  // Calls try again by themselves (api/call.ts), so that a retry carries its key; the cache does not add to that.
  const known = new QueryClient({
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true, staleTime: 2_000 } },
  });
  root().render(
    <StrictMode>
      <QueryClientProvider client={known}>
        <LineContext value={line}>
          <SignInContext value={signIn}>
            <ReaderProvider>
              <RouterProvider router={router} />
            </ReaderProvider>
          </SignInContext>
        </LineContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function root() {
  const element = document.getElementById('app');
  if (element === null) throw new Error('The page has no place to draw in.');
  return createRoot(element);
}

start().catch((error: unknown) => {
  // Nothing is loaded yet, not even words: this is the one text of the site that is in English for everybody.
  root().render(<p role="alert">The page could not be loaded. Check the connection, then load it again.</p>);
  throw error;
});
