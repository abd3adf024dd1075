/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-table-edition.h"

#include "import/mdg-import.h"

#include <string.h>

#define N_DIGEST_CHARACTERS 8

/* The name of the file without its ending, which is all that some tables are called. */
static char *
make_title (const char *title, const char *file_name)
{
  const char *ending;

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (file_name == NULL)
    return g_strdup ("");

  ending = strrchr (file_name, '.');

  return ending != NULL && ending > file_name ? g_strndup (file_name, ending - file_name)
                                              : g_strdup (file_name);
}

/**
 * mdg_table_edition_new:
 * @document: the file
 * @kind: what its id begins with
 * @month: the month it is about, or %MDG_MONTH_NONE for several
 * @title: (nullable): its title, if it has one
 * @file_name: (nullable): base name of the file
 *
 * Describes a file of tables as an edition. Who published it cannot be told, and nothing in it proves
 * that the ministry did: its publisher stays empty, and so does its date, so that its figures rank
 * behind those of every dated publication of the same quality. It counts as unofficial, which is what
 * every source but the ministry and the press is; only figures that the laws prove are shown in front
 * of what a deck prints without proof. The id follows from the content, so that one file is one
 * edition under whatever name it comes.
 *
 * Returns: (transfer full): the edition
 */
MdgEdition *
mdg_table_edition_new (const MdgDocument *document,
                       const char *kind,
                       MdgMonth month,
                       const char *title,
                       const char *file_name)
{
  MdgEdition *edition = mdg_edition_new ();
  g_autofree char *month_text = month != MDG_MONTH_NONE ? mdg_month_to_string (month) : NULL;

  if (month_text != NULL)
    edition->id =
      g_strdup_printf ("%s-%s-%.*s", kind, month_text, N_DIGEST_CHARACTERS, document->digest);
  else
    edition->id = g_strdup_printf ("%s-%.*s", kind, N_DIGEST_CHARACTERS, document->digest);
  edition->title = make_title (title, file_name);
  if (*edition->title == '\0')
    g_set_str (&edition->title, edition->id);
  edition->publisher = g_strdup ("");
  edition->published = MDG_DAY_NONE;
  edition->digest = g_strdup (document->digest);
  edition->importer_version = MDG_IMPORTER_VERSION;
  edition->origin = MDG_ORIGIN_IMPORTED;
  edition->trust = MDG_TRUST_UNOFFICIAL;
  edition->file_name = g_strdup (file_name);

  return edition;
}
