/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-day.h"
#include "core/mdg-language.h"

G_BEGIN_DECLS

/* What a guide pack holds. Everything here is owned by its #MdgGuidePack, immutable, and lives as
 * long as the pack; strings are never NULL unless the comment says so. */

/**
 * MdgGuideText:
 * @in: the text by #MdgLanguage; all %NULL if an optional text is left out
 */
typedef struct
{
  const char *in[MDG_N_LANGUAGES];
} MdgGuideText;

const char *mdg_guide_text_get (const MdgGuideText *self);

/**
 * MdgGuideSource:
 * @id: id within the pack
 * @title: what the publication is called
 * @publisher: who published it
 * @url: its address, or %NULL
 * @edition: the id of the bundled edition it stands in, or %NULL
 * @page: the slide or page in that edition, 0 if none
 * @date: the day of publication, or %MDG_DAY_NONE if not known
 * @official: whether the publisher is an authority
 */
typedef struct
{
  const char *id;
  MdgGuideText title;
  MdgGuideText publisher;
  const char *url;
  const char *edition;
  guint page;
  MdgDay date;
  gboolean official;
} MdgGuideSource;

/**
 * MdgGuideBasis:
 * @sources: (element-type MdgGuideSource): where it is said; at least one
 * @valid_from: the first day on which it holds, %MDG_DAY_NONE if the source names none
 * @valid_until: the last day on which it holds, %MDG_DAY_NONE if the source names none
 * @doubt: what is uncertain about it, to be shown with it; may be left out
 *
 * What a sentence of the guide rests on, and when it holds.
 */
typedef struct
{
  GPtrArray *sources;
  MdgDay valid_from;
  MdgDay valid_until;
  MdgGuideText doubt;
} MdgGuideBasis;

gboolean mdg_guide_basis_holds_on (const MdgGuideBasis *self, MdgDay day);

typedef enum
{
  MDG_NODE_QUESTION,
  MDG_NODE_OUTCOME,
} MdgNodeType;

/* What an outcome means for the patient in front of the desk: a colour and an icon, never alone. */
typedef enum
{
  MDG_TONE_PROCEED, /* cover is confirmed, or the ordinary share is taken all the same */
  MDG_TONE_CAUTION, /* it goes on, but something must be done or noted */
  MDG_TONE_STOP,    /* what was shown cannot be taken as proof */
} MdgTone;

/**
 * MdgChoice:
 * @id: id within its question
 * @text: the answer, as short as a button
 * @detail: what the answer means, may be left out
 * @next: the id of the node it leads to
 */
typedef struct
{
  const char *id;
  MdgGuideText text;
  MdgGuideText detail;
  const char *next;
} MdgChoice;

/**
 * MdgNode:
 * @id: shared by all versions of a node; on any day at most one of them holds
 * @type: a question or an outcome
 * @text: the question, or the outcome's title
 * @help: how to find the answer, may be left out
 * @choices: (element-type MdgChoice): a question's answers, 2 to 9; empty for an outcome
 * @tone: an outcome's tone
 * @say: what to say to the patient, to be read aloud; an outcome's texts follow
 * @charge: what to charge
 * @claim: how to claim
 * @note: what to note down
 * @next_time: what to ask for next time, may be left out
 * @form: where to get the official form that this needs, may be left out
 * @contacts: a bit (1 << #MdgContactKind) for every contact of the facility that helps here
 * @checklists: (element-type utf8): ids of the checklists that help here
 * @basis: source and validity
 */
typedef struct
{
  const char *id;
  MdgNodeType type;
  MdgGuideText text;
  MdgGuideText help;
  GPtrArray *choices;
  MdgTone tone;
  MdgGuideText say;
  MdgGuideText charge;
  MdgGuideText claim;
  MdgGuideText note;
  MdgGuideText next_time;
  MdgGuideText form;
  guint contacts;
  GPtrArray *checklists;
  MdgGuideBasis basis;
} MdgNode;

const MdgChoice *mdg_node_find_choice (const MdgNode *self, const char *id);

/**
 * MdgSituation:
 * @id: id within the pack
 * @group: the id of its #MdgGuideGroup
 * @icon: the name of a symbolic icon
 * @title: the situation in a few words
 * @line: one line that tells it from the others
 * @keywords: further words it is found by, separated by spaces; may be left out
 * @share: the share of facilities that reported it, as printed ("77.2"), or %NULL
 * @share_source: where that share is printed, or %NULL
 * @start: the id of its first node
 * @contacts: a bit (1 << #MdgContactKind) for every contact of the facility that helps here,
 *   whatever the outcome
 * @checklists: (element-type utf8): ids of the checklists that help here
 * @basis: source and validity
 */
typedef struct
{
  const char *id;
  const char *group;
  const char *icon;
  MdgGuideText title;
  MdgGuideText line;
  MdgGuideText keywords;
  const char *share;
  const MdgGuideSource *share_source;
  const char *start;
  guint contacts;
  GPtrArray *checklists;
  MdgGuideBasis basis;
} MdgSituation;

/* A heading above situations. */
typedef struct
{
  const char *id;
  MdgGuideText title;
} MdgGuideGroup;

typedef struct
{
  const char *id;
  MdgGuideText text;
  MdgGuideText help; /* may be left out */
  MdgGuideBasis basis;
  gboolean is_own; /* added by the facility itself: it has no sources; never in a pack */
} MdgChecklistItem;

/**
 * MdgChecklist:
 * @pack: the #MdgGuidePack it comes from, whose version its runs remember; not that in which it
 *   was found, which may be joined of several
 * @id: id within the pack
 * @icon: the name of a symbolic icon
 * @title: its title
 * @line: one line that tells what it is for
 * @items: (element-type MdgChecklistItem): its items in order
 * @basis: source and validity
 */
typedef struct
{
  const struct _MdgGuidePack *pack;
  const char *id;
  const char *icon;
  MdgGuideText title;
  MdgGuideText line;
  GPtrArray *items;
  MdgGuideBasis basis;
} MdgChecklist;

const MdgChecklistItem *mdg_checklist_find_item (const MdgChecklist *self, const char *id);

typedef enum
{
  MDG_AUDIENCE_FACILITIES,
  MDG_AUDIENCE_PUBLIC,
  MDG_AUDIENCE_INSURERS,
  MDG_N_AUDIENCES,
} MdgAudience;

typedef enum
{
  MDG_OUTREACH_CONTINUING,
  MDG_OUTREACH_CURRENT,
  MDG_OUTREACH_PLANNED,
  MDG_N_OUTREACH_STATES,
} MdgOutreachState;

/* One measure of the ministry's list; the Japanese text is the exact wording of the source. */
typedef struct
{
  const char *id;
  MdgAudience audience;
  MdgOutreachState state;
  MdgGuideText timing; /* may be left out */
  MdgGuideText text;
  MdgGuideBasis basis;
} MdgOutreachItem;

typedef enum
{
  MDG_MATERIAL_STATEMENT,
  MDG_MATERIAL_LEAFLET,
  MDG_MATERIAL_ADVERTISEMENT,
  MDG_MATERIAL_REMINDER,
  MDG_N_MATERIAL_KINDS,
} MdgMaterialKind;

/* A leaflet, advertisement, statement or reminder shown in the source; exact wording as above. */
typedef struct
{
  const char *id;
  MdgMaterialKind kind;
  MdgAudience audience;
  MdgGuideText text;
  MdgGuideBasis basis;
} MdgMaterial;

const char *mdg_audience_get_id (MdgAudience audience);
const char *mdg_audience_get_label (MdgAudience audience);
const char *mdg_outreach_state_get_id (MdgOutreachState state);
const char *mdg_outreach_state_get_label (MdgOutreachState state);
const char *mdg_material_kind_get_id (MdgMaterialKind kind);
const char *mdg_material_kind_get_label (MdgMaterialKind kind);

G_END_DECLS
