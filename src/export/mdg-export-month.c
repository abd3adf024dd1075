/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-month.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "export/mdg-export-picture.h"

/**
 * mdg_export_choose_month:
 * @months: (element-type MdgMonth): the months with figures, ascending, at least one
 * @wish: the month that is asked for, or %MDG_MONTH_NONE for the latest
 * @month: (out): the month
 * @error: return location for a #MdgExportError
 *
 * Resolves a month against what exists, and refuses rather than take another one.
 *
 * Returns: whether there is such a month
 */
gboolean
mdg_export_choose_month (GArray *months, MdgMonth wish, MdgMonth *month, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *asked = NULL;

  g_return_val_if_fail (months != NULL && months->len > 0, FALSE);

  *month = wish;
  if (wish == MDG_MONTH_NONE)
    {
      *month = g_array_index (months, MdgMonth, months->len - 1);
      return TRUE;
    }

  for (guint i = 0; i < months->len; i++)
    {
      g_autofree char *text = mdg_month_to_string (g_array_index (months, MdgMonth, i));

      if (g_array_index (months, MdgMonth, i) == wish)
        return TRUE;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", text);
    }
  asked = mdg_format_month (wish);
  g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA,
               /* Translators: a month, and a list of months. */
               _ ("There is no such figure for %s. The months with figures are: %s."), asked,
               known->str);
  return FALSE;
}
