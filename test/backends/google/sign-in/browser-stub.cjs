/**
 * Loaded into the process in which Google's package asks for consent: there is no browser to open and no Google to ask.
 *
 * The page goes into a file instead of a browser, and what goes to Google's host goes to the stand-in's port.
 */
const childProcess = require('node:child_process');
const { writeFileSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');

const { VICON_TEST_PAGE, VICON_TEST_GOOGLE } = process.env;

const { spawn } = childProcess;
childProcess.spawn = (_program, words, options) => {
  writeFileSync(VICON_TEST_PAGE, words.at(-1));
  return spawn(process.execPath, ['--version'], options);
};

https.request = (address, { agent: _, ...options }, answered) => {
  const { pathname, search } = new URL(address);
  return http.request(new URL(pathname + search, VICON_TEST_GOOGLE), options, answered);
};
