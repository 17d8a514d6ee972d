'use strict';

/* What another thread runs, which reads the second half of a large export. */
require('./soundings.js').readHalfHere();
