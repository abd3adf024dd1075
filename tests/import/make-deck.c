/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-alter.h"
#include "import/mdg-deck-pdf.h"
#include "import/mdg-deck-text.h"

#include <stdlib.h>
#include <string.h>

/* So that a PDF has 20 pages, as the ministry's have about. */
#define N_LEAFLETS 8

/* Writes a made-up deck to a file: for people, benchmarks and pictures, and to see a deck that a test
 * could not read. */

static gint64 seed = 1;
static gboolean plain;
static gboolean pdf;
static char *alter_name;
static char *layout_name;
static char **files;

static const GOptionEntry entries[] = {
  { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, "The deck to make up", "N" },
  { "plain", 'p', 0, G_OPTION_ARG_NONE, &plain, "As the deck of 13 November 2025 is laid out",
    NULL },
  { "layout", 'l', 0, G_OPTION_ARG_STRING, &layout_name,
    "Layout of all tables: rows, side-by-side, columns or tokens", "NAME" },
  { "alter", 'a', 0, G_OPTION_ARG_STRING, &alter_name, "Alter a digit, a row, names or a table",
    "WHAT" },
  { "pdf", 0, 0, G_OPTION_ARG_NONE, &pdf, "Draw a PDF of 20 pages", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE" },
  { NULL },
};

static GBytes *
write_deck (const MdgDeckFigures *figures, const MdgDeckStyle *style)
{
  char *text;

  if (pdf)
    return mdg_deck_pdf_write (figures, style, N_LEAFLETS);

  text = mdg_deck_text_write (figures, style);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
find_alter (MdgDeckAlter *alter)
{
  static const char *const names[MDG_N_DECK_ALTERS] = { "digit", "row", "names", "table" };

  for (guint i = 0; i < MDG_N_DECK_ALTERS; i++)
    if (g_strcmp0 (alter_name, names[i]) == 0)
      {
        *alter = (MdgDeckAlter) i;
        return TRUE;
      }

  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *description = NULL;
  MdgDeckFigures figures;
  MdgDeckStyle style;
  MdgDeckLayout layout;
  MdgDeckAlter alter = MDG_N_DECK_ALTERS;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (files == NULL || g_strv_length (files) != 1 ||
      (layout_name != NULL && !mdg_deck_layout_from_id (layout_name, &layout)) ||
      (alter_name != NULL && !find_alter (&alter)))
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
  if (alter != MDG_N_DECK_ALTERS)
    {
      GRand *rand = g_rand_new_with_seed ((guint32) seed);
      g_autofree char *what = mdg_deck_alter (&figures, alter, rand);

      g_print ("%s\n", what);
      g_rand_free (rand);
    }
  bytes = write_deck (&figures, &style);
  if (!g_file_set_contents (files[0], g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes), &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  description = mdg_deck_style_describe (&style);
  g_print ("%s\n", description);

  return EXIT_SUCCESS;
}
