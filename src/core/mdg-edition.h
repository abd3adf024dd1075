/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/mdg-observation.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_ORIGIN_BUNDLED,
  MDG_ORIGIN_IMPORTED,
} MdgOrigin;

typedef enum
{
  MDG_TRUST_MINISTRY,   /* the ministry's own deck, or its published text */
  MDG_TRUST_PRESS,      /* a press report of a ministry figure */
  MDG_TRUST_UNOFFICIAL, /* another page quoting a ministry figure */
} MdgTrust;

/**
 * MdgEdition:
 * @id: stable id, as in the column "edition" of exports, e.g. "mhlw-2025-11-13"
 * @title: title in the language of the source
 * @publisher: who published it
 * @url: (nullable): where it was published
 * @published: day of publication, or %MDG_DAY_NONE where the source does not say
 * @digest: SHA-256 of the file it was read from, in lower-case hex
 * @importer_version: version of the importer that read it
 * @origin: whether it comes with the program or was imported here
 * @trust: what kind of publication it is
 * @file_name: (nullable): base name of the imported file
 * @imported_at: when it was stored here, in seconds since 1970, UTC
 * @report: (nullable): the import report, as the importer serialised it
 * @removed_at: when it was removed here, in seconds since 1970, UTC; 0 while it is shown
 *
 * One publication that figures come from. Immutable once shared.
 */
typedef struct
{
  char *id;
  char *title;
  char *publisher;
  char *url;
  MdgDay published;
  char *digest;
  guint importer_version;
  MdgOrigin origin;
  MdgTrust trust;
  char *file_name;
  gint64 imported_at;
  char *report;
  gint64 removed_at;
} MdgEdition;

#define MDG_TYPE_EDITION (mdg_edition_get_type ())
GType mdg_edition_get_type (void);
MdgEdition *mdg_edition_new (void);
MdgEdition *mdg_edition_ref (MdgEdition *self);
void mdg_edition_unref (MdgEdition *self);
int mdg_edition_compare_rank (const MdgEdition *a, const MdgEdition *b);
const char *mdg_trust_get_id (MdgTrust trust);
gboolean mdg_trust_from_id (const char *id, MdgTrust *trust);
const char *mdg_trust_get_label (MdgTrust trust);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgEdition, mdg_edition_unref)

/**
 * MdgBatch:
 * @editions: (element-type MdgEdition): the editions
 * @observations: (element-type MdgObservation): their figures; `edition` indexes @editions
 *
 * What travels from a reader to the store.
 */
typedef struct
{
  GPtrArray *editions;
  GArray *observations;
} MdgBatch;

MdgBatch *mdg_batch_new (void);
void mdg_batch_free (MdgBatch *self);
guint mdg_batch_add_edition (MdgBatch *self, MdgEdition *edition);
void mdg_batch_add (MdgBatch *self, const MdgObservation *observation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgBatch, mdg_batch_free)

G_END_DECLS
