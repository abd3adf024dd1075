/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-private.h"

/* Smaller than this is no help to a reader. */
#define MIN_TEXT_SCALE 0.5
#define MAX_TEXT_SCALE 2.0

/**
 * mdg_sheet_set_text_scale:
 * @self: a sheet
 * @scale: how large texts are, 1 as usual; 0.5 to 2
 *
 * Makes all texts smaller or larger, so that a document takes as many pages as it should.
 */
void
mdg_sheet_set_text_scale (MdgSheet *self, double scale)
{
  g_return_if_fail (self != NULL);

  self->text_scale = CLAMP (scale, MIN_TEXT_SCALE, MAX_TEXT_SCALE);
}

/**
 * mdg_sheet_set_dense:
 * @self: a sheet
 * @dense: whether everything stands close to each other
 *
 * Saves room between blocks and lines and at the edges, for a document that should take few pages.
 */
void
mdg_sheet_set_dense (MdgSheet *self, gboolean dense)
{
  g_return_if_fail (self != NULL);

  self->is_dense = dense;
}

/**
 * mdg_sheet_set_subject:
 * @self: a sheet
 * @subject: (nullable): what kind of document it is, for the properties of the file
 *
 * Says what the document is about, beside its title.
 */
void
mdg_sheet_set_subject (MdgSheet *self, const char *subject)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->subject, subject);
}

/**
 * mdg_sheet_get_subject:
 * @self: a sheet
 *
 * Returns: (nullable): what kind of document it is
 */
const char *
mdg_sheet_get_subject (const MdgSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subject;
}
