/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/sheet/mdg-cell.h"
#include "import/mdg-import-question.h"
#include "import/mdg-import.h"
#include "import/sheet/mdg-sheet.h"

G_BEGIN_DECLS

/* How the numbers of a rate are to be read. */
typedef enum
{
  MDG_SCALE_PERCENT,
  MDG_SCALE_RATIO, /* shares of 1 */
} MdgScale;

/**
 * MdgValueColumn:
 * @source: the column of the table
 * @measure: what it holds
 * @type: the facility type, or %MDG_N_FACILITY_TYPES where each row says it
 * @month: the month, or %MDG_MONTH_NONE where each row says it
 * @scale: how its numbers are to be read
 * @decimals: most decimals of its numbers, as they are read
 * @is_measure_told: whether @measure is known
 * @basis_is_told: whether it is known which rate it is
 * @is_open: whether a question about it has no answer yet
 * @is_skipped: whether the user wants it left out
 * @is_foreign: whether it goes with the rate on the claims basis, of which neither rank nor change
 *   are kept
 * @basis_was_proved: whether the counts beside it told its basis
 * @n_numbers: how many of its cells are numbers
 * @n_bare: how many of those have no percent sign
 * @is_small: whether none of those without a percent sign is above 1
 *
 * A column of figures.
 */
typedef struct
{
  const MdgSheetColumn *source;
  MdgMeasure measure;
  MdgFacilityType type;
  MdgMonth month;
  MdgScale scale;
  guint8 decimals;
  gboolean is_measure_told;
  gboolean basis_is_told;
  gboolean is_open;
  gboolean is_skipped;
  gboolean is_foreign;
  gboolean basis_was_proved;
  guint n_numbers;
  guint n_bare;
  gboolean is_small;
} MdgValueColumn;

/* No such column. */
#define MDG_NO_COLUMN G_MAXUINT

/**
 * MdgSheetValues:
 * @document: the document
 * @table: the table
 * @sheet_name: the name of its sheet, normalised; "" where sheets have none
 * @columns: (element-type MdgValueColumn): its columns of figures
 * @type_column: the column with a facility type in each row, or %MDG_NO_COLUMN
 * @month_column: the column with a month in each row, or %MDG_NO_COLUMN
 * @code_column: the column with a code beside the name of the area, or %MDG_NO_COLUMN
 *
 * What the columns of a table hold.
 */
typedef struct
{
  const MdgDocument *document;
  const MdgSheetTable *table;
  char *sheet_name;
  GArray *columns;
  guint type_column;
  guint month_column;
  guint code_column;
} MdgSheetValues;

MdgSheetValues *mdg_sheet_values_new (const MdgDocument *document,
                                      const MdgSheetTable *table,
                                      const char *file_name,
                                      GHashTable *answers,
                                      GPtrArray *questions);
void mdg_sheet_values_free (MdgSheetValues *self);
const char *mdg_sheet_values_get_text (const MdgSheetValues *self,
                                       const MdgSheetRow *row,
                                       guint column);
gboolean mdg_sheet_values_read (const MdgSheetValues *self,
                                const MdgValueColumn *column,
                                const MdgSheetRow *row,
                                MdgCellValue *value);
gboolean mdg_sheet_values_is_rate (MdgMeasure measure);
gboolean mdg_sheet_values_scale (MdgDecimal value, MdgScale scale, MdgDecimal *scaled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSheetValues, mdg_sheet_values_free)

G_END_DECLS
