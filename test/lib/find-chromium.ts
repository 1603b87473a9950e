export { findChromium, launchChromium } from '../../scripts/lib/find-chromium.ts';
