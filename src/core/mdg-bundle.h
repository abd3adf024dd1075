/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"
#include "core/mdg-tidy.h"

G_BEGIN_DECLS

/*
 * The figures that come with the program: the resources datasets/editions.csv and datasets/observations.csv.
 *
 * editions.csv:     id,title,publisher,url,published,digest,importer_version,trust,licence
 * observations.csv: month,as_of,area,area_name,facility_type,measure,value,unit,basis,quality,precision,edition,page
 * (the header of the tidy export; precision may carry a doubt after a semicolon, e.g. "exact;type-inferred").
 * datasets/reports/<edition id>.report: the import report of an edition, optional.
 */
extern const char *const MDG_EDITIONS_HEADER;

MdgBatch *mdg_bundle_load (GError **error);
MdgBatch *mdg_bundle_parse (GBytes *editions, GBytes *observations, GError **error);
/* Digest over the bundled files: when it changes, the store loads the bundle again in one transaction. */
char *mdg_bundle_get_version (void);

G_END_DECLS
