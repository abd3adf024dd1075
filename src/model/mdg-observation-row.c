/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/mdg-observation-row.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "model/mdg-provenance.h"

struct _MdgObservationRow
{
  GObject parent_instance;

  MdgFigures *figures;
  guint index;
};

G_DEFINE_FINAL_TYPE (MdgObservationRow, mdg_observation_row, G_TYPE_OBJECT)

static const char *const column_labels[MDG_N_OBSERVATION_COLUMNS] = {
  [MDG_OBSERVATION_COLUMN_PERIOD] = NC_ ("table column", "Month"),
  [MDG_OBSERVATION_COLUMN_AREA] = NC_ ("table column", "Area"),
  [MDG_OBSERVATION_COLUMN_FACILITY_TYPE] = NC_ ("table column", "Facility type"),
  [MDG_OBSERVATION_COLUMN_MEASURE] = NC_ ("table column", "Measure"),
  [MDG_OBSERVATION_COLUMN_VALUE] = NC_ ("table column", "Value"),
  [MDG_OBSERVATION_COLUMN_BASIS] = NC_ ("table column", "Basis"),
  [MDG_OBSERVATION_COLUMN_QUALITY] = NC_ ("table column", "Quality"),
  [MDG_OBSERVATION_COLUMN_EDITION] = NC_ ("table column", "Edition"),
  [MDG_OBSERVATION_COLUMN_PAGE] = NC_ ("table column", "Page"),
};

static void
mdg_observation_row_finalize (GObject *object)
{
  MdgObservationRow *self = MDG_OBSERVATION_ROW (object);

  g_clear_pointer (&self->figures, mdg_figures_unref);

  G_OBJECT_CLASS (mdg_observation_row_parent_class)->finalize (object);
}

static void
mdg_observation_row_class_init (MdgObservationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_observation_row_finalize;
}

static void
mdg_observation_row_init (MdgObservationRow *self)
{
}

/**
 * mdg_observation_row_new:
 * @figures: the figures
 * @index: index of the observation in @figures
 *
 * Returns: (transfer full): a row for one figure
 */
MdgObservationRow *
mdg_observation_row_new (MdgFigures *figures, guint index)
{
  MdgObservationRow *self = g_object_new (MDG_TYPE_OBSERVATION_ROW, NULL);

  self->figures = mdg_figures_ref (figures);
  self->index = index;
  return self;
}

/**
 * mdg_observation_row_get_observation:
 * @self: a row
 *
 * Returns: (transfer none): the figure
 */
const MdgObservation *
mdg_observation_row_get_observation (MdgObservationRow *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_ROW (self), NULL);

  return mdg_figures_get (self->figures, self->index);
}

/**
 * mdg_observation_row_get_edition:
 * @self: a row
 *
 * Returns: (transfer none): the edition the figure comes from
 */
MdgEdition *
mdg_observation_row_get_edition (MdgObservationRow *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_ROW (self), NULL);

  return mdg_figures_get_edition (self->figures,
                                  mdg_observation_row_get_observation (self)->edition);
}

/**
 * mdg_observation_row_is_shown:
 * @self: a row
 *
 * Returns: whether this is the value that is shown, and not that of another edition
 */
gboolean
mdg_observation_row_is_shown (MdgObservationRow *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_ROW (self), FALSE);

  return mdg_figures_is_shown (self->figures, self->index);
}

/**
 * mdg_observation_row_dup_text:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer full): what the cell shows, in the language of the screen
 */
char *
mdg_observation_row_dup_text (MdgObservationRow *self, MdgObservationColumn column)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_ROW (self), NULL);

  return mdg_observation_column_dup_text (column, self->figures, self->index);
}

/**
 * mdg_observation_row_describe:
 * @self: a row
 *
 * Returns: (transfer full): what stands behind the figure, as [func@mdg_provenance_describe] says it
 */
char *
mdg_observation_row_describe (MdgObservationRow *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_ROW (self), NULL);

  return mdg_provenance_describe (self->figures, mdg_observation_row_get_observation (self));
}

/**
 * mdg_observation_column_get_label:
 * @column: a column
 *
 * Returns: (transfer none): its heading, in the language of the screen
 */
const char *
mdg_observation_column_get_label (MdgObservationColumn column)
{
  g_return_val_if_fail ((guint) column < MDG_N_OBSERVATION_COLUMNS, "");

  return g_dpgettext2 (NULL, "table column", column_labels[column]);
}

/**
 * mdg_observation_column_dup_text:
 * @column: a column
 * @figures: the figures
 * @index: index of the figure in @figures
 *
 * The same as mdg_observation_row_dup_text() without a row, for any thread.
 *
 * Returns: (transfer full): what the cell shows, in the language of the screen
 */
char *
mdg_observation_column_dup_text (MdgObservationColumn column, MdgFigures *figures, guint index)
{
  const MdgObservation *observation = mdg_figures_get (figures, index);

  switch (column)
    {
    case MDG_OBSERVATION_COLUMN_PERIOD:
      return mdg_format_period (observation);
    case MDG_OBSERVATION_COLUMN_AREA:
      return g_strdup (mdg_area_get_label (observation->area, mdg_language_get ()));
    case MDG_OBSERVATION_COLUMN_FACILITY_TYPE:
      return g_strdup (mdg_facility_type_get_label (observation->facility_type));
    case MDG_OBSERVATION_COLUMN_MEASURE:
      return g_strdup (mdg_measure_get_short_label (observation->measure));
    case MDG_OBSERVATION_COLUMN_VALUE:
      return mdg_format_value_full (observation);
    case MDG_OBSERVATION_COLUMN_BASIS:
      if (mdg_measure_get_basis (observation->measure) == MDG_BASIS_NONE)
        return g_strdup ("–");
      return g_strdup (mdg_basis_get_label (mdg_measure_get_basis (observation->measure)));
    case MDG_OBSERVATION_COLUMN_QUALITY:
      return g_strdup (mdg_quality_get_label (observation->quality));
    case MDG_OBSERVATION_COLUMN_EDITION:
      return g_strdup (mdg_figures_get_edition (figures, observation->edition)->title);
    case MDG_OBSERVATION_COLUMN_PAGE:
      if (observation->page == MDG_PAGE_UNKNOWN)
        return g_strdup ("–");
      return g_strdup_printf ("%d", observation->page);
    case MDG_N_OBSERVATION_COLUMNS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
