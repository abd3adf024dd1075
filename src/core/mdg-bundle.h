/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"

G_BEGIN_DECLS

/*
 * The figures that come with the program: the resources datasets/editions.csv and datasets/observations.csv.
 *
 * editions.csv:     id,title,publisher,url,published,digest,importer_version,trust,licence
 * observations.csv: month,as_of,area,area_name,facility_type,measure,value,unit,basis,quality,precision,edition,page
 * (the header of the tidy export; precision may carry a doubt after a semicolon, e.g. "exact;type-inferred").
 * datasets/reports/<edition id>.report: the import report of an edition, optional.
 */
MdgBatch *mdg_bundle_load        (GError **error);
/* Digest over the bundled files: when it changes, the store loads the bundle again in one transaction. */
char     *mdg_bundle_get_version (void);
/* Tidy CSV, used for the bundle, the export and the tests. */
extern const char *const MDG_TIDY_HEADER;
void      mdg_tidy_append_row    (GString *out, const MdgObservation *observation, const MdgEdition *edition);
gboolean  mdg_tidy_parse_row     (const char *line, gsize length, MdgObservation *observation, char **edition_id, GError **error);

G_END_DECLS
