/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-alter.h"
#include "import/mdg-deck-text.h"

#include <stdlib.h>

/* Writes a made-up deck to a file: for people, benchmarks and pictures, and to see a deck that a test
 * could not read. */

static gint64 seed = 1;
static gboolean plain;
static char *layout_name;
static char **files;

static const GOptionEntry entries[] = {
  { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, "The deck to make up", "N" },
  { "plain", 'p', 0, G_OPTION_ARG_NONE, &plain, "As the deck of 13 November 2025 is laid out",
    NULL },
  { "layout", 'l', 0, G_OPTION_ARG_STRING, &layout_name,
    "Layout of all tables: rows, side-by-side, columns or tokens", "NAME" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE" },
  { NULL },
};

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;
  MdgDeckFigures figures;
  MdgDeckStyle style;
  MdgDeckLayout layout;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (files == NULL || g_strv_length (files) != 1 ||
      (layout_name != NULL && !mdg_deck_layout_from_id (layout_name, &layout)))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return EXIT_FAILURE;
    }

  mdg_deck_make ((guint32) seed, &figures, &style);
  if (plain)
    mdg_deck_style_init (&style);
  if (layout_name != NULL)
    style.counts = style.rates = style.types = layout;
  text = mdg_deck_text_write (&figures, &style);
  if (!g_file_set_contents (files[0], text, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  description = mdg_deck_style_describe (&style);
  g_print ("%s\n", description);

  return EXIT_SUCCESS;
}
