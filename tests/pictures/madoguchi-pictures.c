/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "mdg-photographer.h"

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/* In a process of its own, which ends without unloading what GTK keeps. */
static int
run_variant (const char *name, const char *folder)
{
  const MdgPictureVariant *variant = mdg_picture_variants_find (name);
  g_autofree char *private_folder = g_dir_make_tmp ("madoguchi-pictures-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (variant == NULL || private_folder == NULL)
    {
      g_printerr ("There is no variant named %s.\n", name);
      return 2;
    }

  done = mdg_photographer_run (variant, folder, private_folder, &error);
  if (!done)
    g_printerr ("%s: %s\n", name, error->message);
  remove_tree (private_folder);

  return done ? 0 : 1;
}

static gboolean
start_variant (const char *program, const char *name, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = g_strconcat ("--output=", folder, NULL);
  g_autofree char *variant = g_strconcat ("--variant=", name, NULL);
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, output, variant, NULL);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    {
      g_printerr ("%s: %s\n", name, error->message);
      return FALSE;
    }

  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *variant = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Save the pictures in DIR", "DIR" },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &all, "All variants, not only the Japanese light one",
      NULL },
    { "variant", 0, 0, G_OPTION_ARG_STRING, &variant, "Only the variant NAME", "NAME" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- take pictures of every page");
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || output == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Say where: --output=DIR");
      return 2;
    }
  if (g_mkdir_with_parents (output, 0755) != 0)
    {
      g_printerr ("The folder %s could not be made.\n", output);
      return 1;
    }

  if (variant != NULL)
    return run_variant (variant, output);

  for (guint i = 0; i < mdg_picture_variants_get_n (); i++)
    {
      const MdgPictureVariant *one = mdg_picture_variants_get (i);

      if (all || one->always)
        done = start_variant (argv[0], one->name, output) && done;
    }

  return done ? 0 : 1;
}
