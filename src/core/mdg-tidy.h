/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-csv.h"
#include "core/mdg-edition.h"
#include "core/mdg-observation.h"

G_BEGIN_DECLS

#define MDG_TIDY_ERROR (mdg_tidy_error_quark ())
GQuark mdg_tidy_error_quark (void);

/**
 * MdgTidyError:
 * @MDG_TIDY_ERROR_HEADER: the file does not begin with the header that is expected
 * @MDG_TIDY_ERROR_ROW: a row has another number of columns
 * @MDG_TIDY_ERROR_VALUE: a cell holds what its column cannot hold
 * @MDG_TIDY_ERROR_EDITION: a row names an edition that is not in the list
 *
 * Why a text is not tidy CSV.
 */
typedef enum
{
  MDG_TIDY_ERROR_HEADER,
  MDG_TIDY_ERROR_ROW,
  MDG_TIDY_ERROR_VALUE,
  MDG_TIDY_ERROR_EDITION,
} MdgTidyError;

/* In the order of %MDG_TIDY_HEADER. */
enum
{
  MDG_TIDY_COLUMN_MONTH,
  MDG_TIDY_COLUMN_AS_OF,
  MDG_TIDY_COLUMN_AREA,
  MDG_TIDY_COLUMN_AREA_NAME,
  MDG_TIDY_COLUMN_FACILITY_TYPE,
  MDG_TIDY_COLUMN_MEASURE,
  MDG_TIDY_COLUMN_VALUE,
  MDG_TIDY_COLUMN_UNIT,
  MDG_TIDY_COLUMN_BASIS,
  MDG_TIDY_COLUMN_QUALITY,
  MDG_TIDY_COLUMN_PRECISION,
  MDG_TIDY_COLUMN_EDITION,
  MDG_TIDY_COLUMN_PAGE,
  MDG_N_TIDY_COLUMNS,
};

/* Tidy CSV, one observation a row: used for the bundle, the export and the tests. */
extern const char *const MDG_TIDY_HEADER;

const char *mdg_tidy_get_column_name (guint column);
void mdg_tidy_append_field (GString *out,
                            const MdgObservation *observation,
                            const MdgEdition *edition,
                            guint column);
void mdg_tidy_append_row (GString *out,
                          const MdgObservation *observation,
                          const MdgEdition *edition);
gboolean mdg_tidy_parse_row (const char *line,
                             gsize length,
                             MdgObservation *observation,
                             char **edition_id,
                             GError **error);
gboolean mdg_tidy_read_header (MdgCsvReader *reader, const char *header, GError **error);
gboolean mdg_tidy_read_record (MdgCsvReader *reader,
                               MdgObservation *observation,
                               const char **edition_id,
                               GError **error);

G_END_DECLS
