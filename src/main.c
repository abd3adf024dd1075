/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-application.h"
#include "cli/mdg-cli.h"

int
main (int argc, char **argv)
{
  g_autoptr (MdgApplication) application = NULL;
  int status = 0;

  mdg_application_init_language ();

  if (mdg_cli_run (&argc, &argv, &status))
    return status;

  application = mdg_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
