/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/mdg-provenance.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-readings.h"

/**
 * mdg_provenance_get_icon_name:
 * @quality: a quality
 *
 * Returns: the name of the symbolic icon that stands for @quality
 */
const char *
mdg_provenance_get_icon_name (MdgQuality quality)
{
  switch (quality)
    {
    case MDG_QUALITY_VERIFIED:
      return "mdg-quality-verified-symbolic";
    case MDG_QUALITY_PRINTED:
      return "mdg-quality-printed-symbolic";
    case MDG_QUALITY_DERIVED:
      return "mdg-quality-derived-symbolic";
    case MDG_QUALITY_SECONDARY:
      return "mdg-quality-secondary-symbolic";
    case MDG_N_QUALITIES:
    default:
      g_return_val_if_reached ("dialog-question-symbolic");
    }
}

/* So many other readings are told; the table has all of them. */
#define N_READINGS 4

static void
append_source (GString *text, const MdgEdition *edition, const MdgObservation *observation)
{
  g_string_append (text, edition->title);
  if (observation->page != MDG_PAGE_UNKNOWN)
    /* Translators: the number of a slide in the ministry's deck. */
    g_string_append_printf (text, _ (", slide %d"), observation->page);
  if (edition->published != MDG_DAY_NONE)
    {
      g_autofree char *day = mdg_format_day (edition->published);

      g_string_append_printf (text, _ (", published %s"), day);
    }
}

/* What other editions say of the same figure, which is not shown but not lost either. */
static void
append_history (GString *text, MdgFigures *figures, const MdgObservation *observation)
{
  guint n = 0;
  const MdgObservation *readings = mdg_readings_find (figures, observation, &n);
  guint n_told = 0;

  for (guint i = 0; i < n; i++)
    {
      const MdgObservation *reading = &readings[i];
      const MdgEdition *edition = mdg_figures_get_edition (figures, reading->edition);
      g_autofree char *value = NULL;

      if (reading->edition == observation->edition || reading->quality == MDG_QUALITY_DERIVED ||
          edition == NULL || n_told == N_READINGS)
        continue;

      value = mdg_format_value_full (reading);
      g_string_append (text, n_told == 0 ? _ ("\n\nIn other editions:\n") : "\n");
      /* Translators: a figure in another publication, and its quality; the publication follows. */
      g_string_append_printf (text, _ ("%s (%s): "), value,
                              mdg_quality_get_label (reading->quality));
      append_source (text, edition, reading);
      n_told++;
    }
}

/**
 * mdg_provenance_describe:
 * @figures: the figures
 * @observation: one of @figures
 *
 * Says in sentences, one a line, what stands behind @observation: its quality, what is doubtful in
 * it, and the publication with page and date; then what other publications say of the same figure.
 *
 * Returns: (transfer full): the text
 */
char *
mdg_provenance_describe (MdgFigures *figures, const MdgObservation *observation)
{
  MdgEdition *edition;
  GString *text;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (observation != NULL, NULL);

  text = g_string_new (mdg_quality_get_description (observation->quality));
  if (observation->doubt != MDG_DOUBT_NONE)
    g_string_append_printf (text, "\n%s", mdg_doubt_get_description (observation->doubt));

  edition = mdg_figures_get_edition (figures, observation->edition);
  if (edition == NULL)
    return g_string_free_and_steal (text);

  g_string_append_c (text, '\n');
  append_source (text, edition, observation);
  append_history (text, figures, observation);

  return g_string_free_and_steal (text);
}
