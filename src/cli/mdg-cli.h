/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgCliStatus:
 * @MDG_CLI_OK: done; for an import, no table broke a law
 * @MDG_CLI_FAILED: nothing was stored or written
 * @MDG_CLI_USAGE: the command line itself is wrong
 * @MDG_CLI_REFUSED: at least one table or file was refused, the rest was stored
 *
 * The exit codes of the command line.
 */
typedef enum
{
  MDG_CLI_OK = 0,
  MDG_CLI_FAILED = 1,
  MDG_CLI_USAGE = 2,
  MDG_CLI_REFUSED = 3,
} MdgCliStatus;

gboolean mdg_cli_run (int *argc, char ***argv, int *status);

G_END_DECLS
