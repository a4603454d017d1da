"""The words of matrices, a language a block: roles, headings, nobody, everybody, and what parties are called.

To add a language, add a block; to add a word, add it to its line. Words are separated by commas; case, accents and
punctuation do not matter, and the filler words of a language may stand beside a role word (`Responsible party`).
A word may stand for several roles: a scheme takes the first of them that it has.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """Lists of words, separated by commas."""

    roles: dict[str, str]
    headings: dict[str, str]
    parties: str  # words in the names of functions and teams
    everybody: str = ""
    nobody: str = ""
    joins: str = ""  # `and`
    filler: str = ""


ENGLISH = Language(
    roles={
        "responsible": "responsible, does, doer, do, executes, executor, assignee, assigned to",
        "accountable": "accountable, accountability, acccountable, accoutable, accountible, answerable, owner,"
        " approver, approves, final approver, decision maker, sign off",
        "support": "support, supports, supporting, supported, supportive, supporter, assists, assist, assisting,"
        " helper",
        "consulted": "consulted, consult, consults, consulting, consultant, consultation, to consult, to be consulted",
        "informed": "informed, inform, informs, information, to inform, to be informed, kept informed, keep informed,"
        " notified, notify",
        "verifier": "verify, verifier, verifies, verified, verification, verifying, reviewer, review, reviews,"
        " reviewed",
        "signatory": "signatory, signs, sign, sign off, signs off, signoff, signed off, signer, sign off required",
        "quality-reviewer": "quality, quality review, quality reviewer, quality assurance",
        "omitted": "omitted, omit, out of the loop, out of loop, excluded",
        "driver": "driver, drives, drive, directly responsible individual, dri, driving, owner, responsible",
        "approver": "approver, approves, approve, approval, approved, approving",
        "contributor": "contributor, consulted, contributors, contributes, contribute, contributing",
        "recommender": "recommend, recommends, recommender, recommending",
        "agreer": "agree, agrees, agreeing, must agree, agreer",
        "performer": "perform, performs, performer, performing, performed",
        "input-provider": "input, inputs, gives input, provides input, input required, input provider",
        "decider": "decide, decides, decider, deciding, decision",
        "manager": "manager, manages, manage",
        "owner": "owner, owns, own",
        "helper": "helper, helpers, helps, help",
        "participant": "participant, participates, participate, participating",
        "reviewer": "review required, reviewer, review, reviews",
        "directly-responsible": "directly responsible individual, directly responsible, dri",
        "controller": "control, controls, controller, caretaker",
        "suggester": "suggest, suggests, suggested, suggester",
    },
    headings={
        "step": "task, tasks, activity, activities, step, steps, action, actions, action item, deliverable,"
        " deliverables, process step, process steps, procedure, work item, work package, work packages,"
        " responsibility, responsibilities, decision, decisions, control, control objective, milestone, item, items,"
        " work, job, duty, duties, task name, task title, task activity, activity task, activity name, step name,"
        " subtask, sub task, sub process, subprocess, sub activity, requirement, requirements, practice, practices,"
        " what, todo, to do, feature, user story, story, key activity, key activities, project task, project tasks,"
        " project activity, tasks activities, title, task description, activity description, project deliverable,"
        " deliverable activity, deliverable or task, task or deliverable, artifact, artefact, event, ceremony,"
        " meeting, document, policy, output, use case, capability, question, topic, scenario, component, service,"
        " asset, resource, data element, management practice, raci item, description of work, project deliverable or"
        " activity, wbs element",
        "phase": "phase, phases, stage, stages, category, area, areas, domain, domains, section, workstream, work"
        " stream, stream, epic, group, process, processes, process area, function, functions, theme, lifecycle phase,"
        " module, project phase, sprint, pillar, objective, topic area, focus area, activity group, iteration,"
        " practice area, knowledge area, process group, level 1, chapter, initiative, lifecycle, gate, project stage,"
        " track",
        "number": "#, no, nr, num, number, s no, sl no, sr no, sno, item no, item number, step no, step number, seq,"
        " order, serial, task no, task number, activity no, index, line",
        "id": "id, ref, reference, key, code, wbs, wbs code, wbs id, task id, activity id, control id, ticket, issue,"
        " step id, ref no, control no, control number, identifier",
        "notes": "notes, note, comment, comments, remark, remarks, description, details, detail, evidence, sla,"
        " frequency, cadence, rationale, justification, tool, tools, inputs, outputs, input, source, link, links,"
        " references, documentation, explanation, trigger, priority, effort, estimate, duration, location, rule,"
        " target, criteria, acceptance criteria, timing, when, timeline, scope, definition, example, examples,"
        " purpose, context, goal, risk, type, escalation, escalation path, channel, method, how, why, metric, kpi,"
        " version, dependencies, dependency, approval, additional info, additional notes, output artifact, forum,"
        " start, start date, complete, completion, hours, cost, budget, template, mechanism, communication,"
        " timeframe, time",
        "status": "status, state, progress",
        "due": "due, due date, deadline, target date, end date, finish, finish date, due by, by when",
        "party": "role, roles, person, people, name, names, team, teams, member, team member, team members,"
        " stakeholder, stakeholders, party, parties, who, department, departments, position, actor, actors,"
        " participants, resource, resources, function, group, groups, assigned to, owner, title, job title,"
        " individual, organization, unit, role name, role team, team role, persona, personas, stakeholder group, role"
        " title, person role, staff, party role, role person, role group, business unit, user, users, entity, agent,"
        " project role, contact",
        "letter": "raci, rasci, rasic, daci, rapid, raci role, raci code, raci letter, raci assignment, letter, role"
        " type, assignment, raci type, raci value, involvement, involvement type, responsibility, responsibility"
        " type, responsibility code, raci designation, r a c i, raci responsibility, level of involvement, role,"
        " type, raci status, relationship, participation, raci status code, responsibility level",
        "meaning": "meaning, means, definition, description, explanation, stands for, legend, designation, key,"
        " abbreviation, what it means, interpretation, summary, in practice, who, purpose, question",
    },
    parties="manager, lead, leader, leads, leadership, team, teams, owner, owners, engineer, engineers, engineering,"
    " developer, developers, dev, devs, architect, architects, architecture, analyst, analysts, director, directors,"
    " officer, head, chief, ceo, cto, cfo, coo, cio, ciso, cpo, cmo, dpo, vp, svp, evp, pm, po, qa, ba, sme, smes,"
    " hr, it, legal, finance, marketing, sales, operations, ops, devops, devsecops, sre, security, support, product,"
    " design, designer, designers, tester, testers, sponsor, sponsors, sponsorship, board, committee, council, group,"
    " office, department, dept, division, vendor, vendors, supplier, suppliers, contractor, contractors, client,"
    " clients, customer, customers, user, users, stakeholder, stakeholders, admin, administrator, administrators,"
    " coordinator, specialist, expert, scientist, consultant, consultants, auditor, auditors, audit, compliance,"
    " risk, procurement, executive, executives, management, staff, member, members, partner, partners, scrum, master,"
    " steward, stewards, controller, counsel, president, trainer, writer, editor, reviewer, reviewers, maintainer,"
    " maintainers, contributor, contributors, committer, committers, agent, agents, assistant, supervisor, planner,"
    " representative, rep, desk, provider, buyer, accountant, treasurer, secretary, facilitator, facilitators,"
    " moderator, platform, business, community, governance, communications, comms, dba, ux, ui, pmo, rnd, sysadmin,"
    " helpdesk, service desk, steering, infra, infrastructure, network, backend, frontend, full stack, principal"
    " investigator, pi, nurse, doctor, teacher, student, students, parent, volunteer, volunteers, regulator,"
    " authority, agency, organisation, organization, company, entity, third party, third parties, everyone,"
    " individual, custodian, researcher, chair",
    everybody="all, everyone, everybody, all team members, all members, whole team, entire team, all teams, the rest,"
    " rest, all others, others, everyone else, the team, all stakeholders, all staff, all roles, rest of team, the"
    " rest of the team, all parties, anyone",
    nobody="n, na, n a, none, no one, nobody, nil, null, no, not applicable, not involved, nothing, blank, empty, no"
    " role, false, falsch, faux, falso",
    joins="and, plus, or",
    filler="party, parties, person, persons, people, team, teams, role, roles, stakeholder, stakeholders, member,"
    " members, name, names, who, is, are, the, raci, rasci, to, be, with, by, for, executive, individual,"
    " individuals, group, groups, s, es, ies, of, person s, column, must, primary, who is, about, kept, work, task,"
    " doer, doing, r, ultimately",
)

GERMAN = Language(
    roles={
        "responsible": "durchführung, durchführend, durchführungsverantwortlich, durchführungsverantwortung,"
        " durchführender, ausführend, ausführender, ausführung, umsetzung, umsetzer, zuständig, zuständiger,"
        " verantwortlich für die durchführung, verantwortlich, verantwortliche, verantwortlicher, bearbeiter,"
        " erledigt",
        "accountable": "rechenschaftspflichtig, rechenschaft, gesamtverantwortlich, gesamtverantwortung,"
        " ergebnisverantwortlich, ergebnisverantwortung, entscheider, entscheidung, entscheidet, genehmigt,"
        " genehmiger, kostenverantwortlich, verantwortung, freigabe, verantwortlich, verantwortlicher,"
        " verantwortlichkeit",
        "support": "unterstützung, unterstützend, unterstützt, unterstützer, mitwirkung, mitwirkend, mitarbeit,"
        " mitwirkender",
        "consulted": "konsultiert, konsultieren, konsultation, beratend, beratung, berät, berater, befragt, zu"
        " konsultieren, anzuhören, fachlich beratend, mitwirkung, mitwirkend, hinzugezogen",
        "informed": "informiert, informieren, information, zu informieren, informierte, wird informiert, info",
        "verifier": "prüfung, prüfend, prüfer, prüft, verifizierung",
        "signatory": "unterschrift, unterzeichner, freigabe",
        "quality-reviewer": "qualitätssicherung, qualitätsprüfung",
        "omitted": "ausgeschlossen, nicht beteiligt",
        "driver": "treiber",
        "approver": "genehmiger, freigeber, freigabe",
        "contributor": "mitwirkender, beitragender",
    },
    headings={
        "step": "aufgabe, aufgaben, aktivität, aktivitäten, tätigkeit, tätigkeiten, schritt, schritte,"
        " prozessschritt, prozessschritte, arbeitspaket, arbeitspakete, vorgang, maßnahme, maßnahmen, ergebnis,"
        " liefergegenstand, teilaufgabe, arbeitsschritt, lieferobjekt, entscheidung, todo, kontrolle, meilenstein,"
        " projektaufgabe",
        "phase": "phase, phasen, projektphase, bereich, kategorie, prozess, gruppe, abschnitt, thema, themenbereich,"
        " teilprojekt, arbeitsgebiet, etappe",
        "number": "nr, nummer, lfd nr, pos, position nr",
        "id": "kennung, psp, psp code, schlüssel, kürzel",
        "notes": "bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen, beschreibung, notiz,"
        " notizen, hinweis, hinweise, nachweis, häufigkeit, dokument, werkzeug, details, frequenz, erläuterung",
        "status": "status, zustand, stand",
        "due": "fällig, frist, termin, fälligkeit, bis wann, enddatum",
        "party": "rolle, rollen, person, personen, name, team, abteilung, beteiligte, funktion, stelle, mitarbeiter,"
        " wer",
        "letter": "zuständigkeit, verantwortlichkeit, buchstabe, rollentyp",
        "meaning": "bedeutung, beschreibung, erklärung, legende, definition, erläuterung, abkürzung",
    },
    parties="leiter, leiterin, leitung, projektleiter, projektleiterin, projektleitung, abteilung, geschäftsführung,"
    " geschäftsführer, entwickler, entwicklung, entwicklungsteam, berater, fachbereich, einkauf, vertrieb, kunde,"
    " kunden, auftraggeber, auftragnehmer, vorstand, betrieb, tester, architekt, mitarbeiter, personalabteilung,"
    " recht, datenschutz, datenschutzbeauftragter, lieferant, qualitätsmanagement, produktion, beauftragter,"
    " buchhaltung, controlling, personal, marketing, teamleiter, anwender, lenkungsausschuss, finanzen, betriebsrat,"
    " redaktion",
    everybody="alle, jeder, alle anderen, übrige, die übrigen, gesamtes team, alle mitarbeiter, rest",
    nobody="keine, keiner, niemand, nicht zutreffend, entfällt, k a, kein, nein",
    joins="und, oder, sowie",
    filler="für, die, der, das, den, zu, wird, werden, rolle, rollen, ist, wer, person, stelle",
)

FRENCH = Language(
    roles={
        "responsible": "réalisateur, réalise, réalisation, réalisé par, responsable, responsables, exécutant,"
        " exécute, exécution, acteur, chargé, responsable de la réalisation, réalisatrice, réaliser",
        "accountable": "approbateur, approuve, approbation, imputable, redevable, autorité, garant, décideur, décide,"
        " valideur, valide, responsable final, comptable, responsable ultime, rend compte, approbatrice, autorise",
        "support": "soutien, support, assiste, appui, aide, contribue",
        "consulted": "consulté, consultée, consultés, consultées, consulter, à consulter, consultation, est consulté",
        "informed": "informé, informée, informés, informées, informer, à informer, information, est informé",
        "verifier": "vérifie, vérificateur, vérification, contrôle, contrôleur",
        "signatory": "signataire, signe",
        "omitted": "omis, exclu",
        "driver": "pilote",
        "contributor": "contributeur, contribue",
    },
    headings={
        "step": "tâche, tâches, activité, activités, étape, étapes, action, actions, livrable, livrables, décision,"
        " processus activité, opération, opérations, mission, missions, jalon, responsabilité, responsabilités,"
        " contrôle",
        "phase": "phase, phases, domaine, catégorie, processus, groupe, lot, thème, volet, macro processus, chantier",
        "number": "n°, num, numéro, no",
        "id": "identifiant, réf, référence, code",
        "notes": "commentaire, commentaires, remarque, remarques, description, observations, observation, fréquence,"
        " preuve, détails, outil, outils, précisions, note, durée, délai",
        "status": "statut, état, avancement",
        "due": "échéance, date limite, date de fin, date butoir",
        "party": "rôle, rôles, personne, nom, équipe, acteur, acteurs, fonction, service, intervenant, intervenants,"
        " partie prenante, parties prenantes, membre, qui, poste",
        "letter": "responsabilité, type de rôle, lettre, implication",
        "meaning": "signification, définition, légende, sens, explication, description",
    },
    parties="chef, cheffe, directeur, directrice, direction, équipe, responsable, développeur, développeurs,"
    " analyste, architecte, client, clients, fournisseur, fournisseurs, utilisateur, utilisateurs, commanditaire,"
    " comité, service, rh, dsi, métier, juridique, achats, commercial, commerciaux, finances, testeur, projet,"
    " formateur, moa, moe, ressources humaines, gestionnaire, comptabilité, qualité, rssi, prestataire, secrétaire,"
    " assistante, ingénieur",
    everybody="tous, toutes, tout le monde, toute l équipe, tous les autres, les autres, l ensemble de l équipe",
    nobody="aucun, aucune, néant, personne, sans objet, non applicable, s o, non",
    joins="et, ou",
    filler="de, la, le, du, des, les, l, est, qui, rôle, à, pour, personne, doit, être",
)

SPANISH = Language(
    roles={
        "responsible": "responsable, responsables, encargado, ejecutor, ejecuta, ejecución, ejecutante, realiza,"
        " realizador, responsable de ejecución, hace, encargada",
        "accountable": "aprobador, aprueba, aprobación, rinde cuentas, autoridad, autoriza, responsable final, rendir"
        " cuentas, quien rinde cuentas, responsable último, autorizador, aprobadora, responsable ultimo, rendidor",
        "support": "soporte, apoyo, apoya, colabora, colaborador, asiste",
        "consulted": "consultado, consultada, consultados, consultar, consulta, a consultar, consultor, ser consultado",
        "informed": "informado, informada, informados, informar, informa, a informar, información, ser informado",
        "verifier": "verifica, verificador, revisa, revisor, verificación, revisión",
        "signatory": "firma, firmante",
        "omitted": "omitido, excluido",
        "contributor": "contribuye, contribuyente",
    },
    headings={
        "step": "tarea, tareas, actividad, actividades, paso, pasos, acción, acciones, entregable, entregables,"
        " decisión, proceso actividad, hito, responsabilidad, responsabilidades, paquete de trabajo, subproceso,"
        " control, función",
        "phase": "fase, fases, etapa, etapas, área, categoría, proceso, grupo, tema, bloque, macroproceso",
        "number": "n°, nro, núm, número, nº",
        "id": "id, código, clave, referencia",
        "notes": "notas, nota, comentario, comentarios, observación, observaciones, descripción, evidencia,"
        " frecuencia, detalles, detalle, herramienta, herramientas, duración, plazo",
        "status": "estado, avance, estatus",
        "due": "fecha límite, vencimiento, fecha de entrega, fecha fin, fecha",
        "party": "rol, roles, persona, personas, nombre, equipo, cargo, área, función, miembro, miembros, interesado,"
        " interesados, integrante, integrantes, quién, puesto, responsables, actor, actores, departamento",
        "letter": "responsabilidad, tipo de rol, letra, asignación",
        "meaning": "significado, definición, leyenda, descripción, explicación",
    },
    parties="gerente, director, directora, jefe, jefa, equipo, líder, desarrollador, desarrolladores, desarrollo,"
    " analista, arquitecto, cliente, clientes, proveedor, proveedores, usuario, usuarios, patrocinador, comité,"
    " recursos humanos, rrhh, ti, finanzas, legal, ventas, compras, calidad, operaciones, coordinador, coordinadora,"
    " administrador, supervisor, dirección, gerencia, ingeniero, técnico, consultor, docente, interventor,"
    " contratista, seguridad",
    everybody="todos, todas, todo el equipo, los demás, el resto, resto, todos los miembros",
    nobody="ninguno, ninguna, nadie, no aplica, n a, nada",
    joins="y, e, o",
    filler="de, la, el, del, los, las, es, que, rol, quien, para, persona, debe, ser, al",
)

PORTUGUESE = Language(
    roles={
        "responsible": "responsável, responsáveis, executor, executa, execução, executante, realizador, realiza, faz",
        "accountable": "aprovador, aprova, aprovação, autoridade, autoriza, presta contas, prestador de contas,"
        " responsabilizado, responsável final, responsabilizável, prestação de contas, responsável pela aprovação",
        "support": "suporte, apoio, apoia, auxilia",
        "consulted": "consultado, consultada, consultados, consultar, consulta, a consultar, é consultado",
        "informed": "informado, informada, informados, informar, informa, a informar, informação, é informado",
        "verifier": "verifica, verificador, revisor, revisa, verificação",
        "signatory": "assina, signatário",
        "omitted": "omitido, excluído",
    },
    headings={
        "step": "tarefa, tarefas, atividade, atividades, passo, passos, ação, ações, entrega, entregas, entregável,"
        " entregáveis, decisão, marco, responsabilidade, responsabilidades, pacote de trabalho, processo atividade",
        "phase": "fase, fases, etapa, etapas, área, categoria, processo, grupo, tema, macroprocesso, módulo",
        "number": "nº, núm, número, n",
        "id": "código, chave, referência",
        "notes": "notas, observação, observações, comentário, comentários, descrição, evidência, frequência,"
        " detalhes, ferramenta, ferramentas, duração, prazo",
        "status": "estado, situação, andamento",
        "due": "data limite, vencimento, data de entrega, data fim, prazo final",
        "party": "papel, papéis, pessoa, pessoas, nome, equipe, equipa, cargo, função, membro, membros, integrante,"
        " integrantes, envolvido, envolvidos, quem, setor, stakeholders, interessados",
        "letter": "responsabilidade, letra, tipo de papel, atribuição",
        "meaning": "significado, definição, legenda, descrição, explicação",
    },
    parties="gerente, diretor, diretora, chefe, equipe, equipa, líder, desenvolvedor, desenvolvedores,"
    " desenvolvimento, analista, arquiteto, cliente, clientes, fornecedor, usuário, utilizador, patrocinador, comitê,"
    " rh, ti, finanças, jurídico, vendas, compras, qualidade, operações, coordenador, coordenadora, administrador,"
    " diretoria, engenheiro, técnico, gestor, gestora, gestão, professor, orientador, aluno, segurança, suporte,"
    " produto, projeto",
    everybody="todos, todas, toda a equipe, toda a equipa, os demais, demais, o resto, restante",
    nobody="nenhum, nenhuma, ninguém, não aplicável, não se aplica",
    joins="e, ou",
    filler="de, da, do, pelo, pela, o, a, os, as, é, que, papel, quem, para, deve, ser",
)

ITALIAN = Language(
    roles={
        "responsible": "responsabile, responsabili, esecutore, esegue, esecuzione, realizza, realizzatore, incaricato",
        "accountable": "approvatore, approva, approvazione, autorità, referente, responsabile finale, rende conto,"
        " supervisore, garante, decisore",
        "support": "supporto, supporta, sostegno, collabora, assiste",
        "consulted": "consultato, consultata, consultati, consultare, da consultare, consulta, consulente",
        "informed": "informato, informata, informati, informare, da informare, informazione, informa",
        "verifier": "verifica, verificatore, revisore",
        "signatory": "firmatario, firma",
        "omitted": "escluso, omesso",
    },
    headings={
        "step": "attività, compito, compiti, passo, passi, azione, azioni, consegna, deliverable, decisione, task,"
        " fase attività, mansione, mansioni, sottoprocesso, responsabilità",
        "phase": "fase, fasi, area, categoria, processo, gruppo, ambito, tema",
        "number": "n°, numero, num",
        "id": "codice, riferimento, rif",
        "notes": "nota, note, commento, commenti, osservazioni, descrizione, evidenza, frequenza, dettagli, strumento",
        "status": "stato, avanzamento",
        "due": "scadenza, data di scadenza, data fine, termine",
        "party": "ruolo, ruoli, persona, persone, nome, squadra, funzione, membro, membri, chi, ufficio, attori,"
        " attore",
        "letter": "responsabilità, lettera, tipo di ruolo",
        "meaning": "significato, definizione, legenda, descrizione, spiegazione",
    },
    parties="direttore, direttrice, direzione, capo, squadra, sviluppatore, sviluppatori, sviluppo, analista,"
    " architetto, cliente, clienti, fornitore, fornitori, utente, utenti, committente, comitato, acquisti, vendite,"
    " qualità, ufficio, amministrazione, amministratore, ingegnere, tecnico, progettista, legale, risorse umane,"
    " produzione",
    everybody="tutti, tutte, tutto il team, tutta la squadra, gli altri, il resto",
    nobody="nessuno, nessuna, non applicabile, niente",
    joins="e, ed, o",
    filler="di, il, lo, la, del, della, i, gli, è, che, chi, ruolo, per, deve, essere",
)

RUSSIAN = Language(
    roles={
        "responsible": "исполнитель, исполнители, выполняет, исполняет, ответственный исполнитель, исполнение,"
        " делает, ответственный, ответственный за выполнение, ответственный за исполнение, ответственные",
        "accountable": "подотчетный, подотчётный, утверждает, утверждающий, несет ответственность, отвечает,"
        " владелец, ответственный, принимает решение, согласующий, контролирует, подотчетен, отчитывается,"
        " утверждение, отвечающий, ответственность, несущий ответственность",
        "support": "поддержка, поддерживает, помогает, помощник, содействует, участвует",
        "consulted": "консультант, консультанты, консультирует, консультируют, консультируемый, консультации,"
        " консультируется, эксперт, консультация, консультирующий",
        "informed": "информируемый, информируемые, информируется, информирован, информируют, информирование,"
        " наблюдатель, уведомляется, уведомляемый, проинформирован, информируемое лицо",
        "verifier": "проверяет, проверяющий, контролер",
        "signatory": "подписывает, подписант",
    },
    headings={
        "step": "задача, задачи, действие, действия, активность, активности, шаг, шаги, этап работы, работа, работы,"
        " операция, операции, результат, мероприятие, мероприятия, решение, функция, функции, наименование работы,"
        " процедура",
        "phase": "фаза, этап, этапы, стадия, категория, область, процесс, группа, раздел, направление, подпроцесс",
        "number": "№, номер, п п, № п п, пп",
        "id": "код, идентификатор, шифр",
        "notes": "примечание, примечания, комментарий, комментарии, описание, заметки, частота, детали, документ,"
        " сроки",
        "status": "статус, состояние",
        "due": "срок, дедлайн, дата, срок исполнения, дата окончания",
        "party": "роль, роли, участник, участники, имя, фио, команда, должность, сотрудник, отдел, подразделение,"
        " кто, исполнители, стейкхолдер, стейкхолдеры",
        "letter": "ответственность, тип роли, буква",
        "meaning": "значение, определение, расшифровка, описание, легенда, обозначение",
    },
    parties="менеджер, руководитель, директор, начальник, команда, разработчик, разработчики, аналитик, архитектор,"
    " тестировщик, тестировщики, заказчик, клиент, отдел, специалист, инженер, владелец, дизайнер, спонсор, юрист,"
    " бухгалтер, поставщик, пользователь, пользователи, проекта, продукта, комитет, поддержка, администратор,"
    " дирекция",
    everybody="все, вся команда, остальные, все остальные, все участники",
    nobody="нет, никто, не применимо, н д, не участвует, отсутствует",
    joins="и, или",
    filler="за, лицо, роль, кто, является, лица, должен, быть",
)

DUTCH = Language(
    roles={
        "responsible": "verantwoordelijk, verantwoordelijke, uitvoerder, uitvoerend, uitvoering",
        "accountable": "eindverantwoordelijk, eindverantwoordelijke, aansprakelijk, rekenschap, beslisser",
        "support": "ondersteunend, ondersteuning, ondersteunt",
        "consulted": "geraadpleegd, raadplegen, geconsulteerd, te raadplegen, adviseur, advies",
        "informed": "geïnformeerd, informeren, te informeren, informatie",
    },
    headings={
        "step": "taak, taken, activiteit, activiteiten, stap, stappen, processtap, actie, resultaat, besluit",
        "phase": "fase, fasen, categorie, proces, onderdeel, domein",
        "notes": "opmerking, opmerkingen, toelichting, omschrijving, beschrijving, frequentie",
        "party": "rol, rollen, persoon, naam, team, afdeling, functie, wie",
        "meaning": "betekenis, omschrijving, legenda",
    },
    parties="teamleider, manager, directie, afdeling, klant, leverancier, gebruiker, projectleider, beheer, inkoop",
    everybody="iedereen, alle, allen",
    nobody="geen, niemand, n v t, nvt",
    joins="en",
    filler="de, het, een, voor, wie, rol",
)

POLISH = Language(
    roles={
        "responsible": "odpowiedzialny, wykonawca, odpowiedzialny za wykonanie, realizator, wykonuje",
        "accountable": "rozliczany, nadzorujący, zatwierdzający, zatwierdza, odpowiedzialny za wynik, rozliczalny",
        "support": "wspierający, wsparcie, wspiera",
        "consulted": "konsultowany, konsultant, konsultuje, konsultacja, konsultujący",
        "informed": "informowany, poinformowany, informacja, do informacji",
    },
    headings={
        "step": "zadanie, zadania, czynność, czynności, działanie, działania, krok, etap prac, aktywność",
        "phase": "faza, etap, obszar, kategoria, proces",
        "notes": "uwagi, komentarz, opis, notatki",
        "party": "rola, role, osoba, zespół, imię i nazwisko, stanowisko, kto",
        "meaning": "znaczenie, opis, legenda",
    },
    parties="kierownik, zespół, dyrektor, analityk, programista, tester, klient, dział, sponsor, projektu",
    everybody="wszyscy, pozostali",
    nobody="brak, nikt, nie dotyczy",
    joins="i, oraz, lub",
)

UKRAINIAN = Language(
    roles={
        "responsible": "виконавець, виконує, відповідальний, відповідальний за виконання",
        "accountable": "підзвітний, затверджує, відповідає, відповідальний",
        "support": "підтримка, допомагає",
        "consulted": "консультант, консультує, консультується, консультований",
        "informed": "інформований, інформується, поінформований, інформують",
    },
    headings={
        "step": "завдання, задача, діяльність, крок, дія, модуль, робота, модуль компонент",
        "phase": "фаза, етап, категорія, процес",
        "notes": "примітка, примітки, коментар, опис",
        "party": "роль, ролі, особа, команда, хто, учасник",
        "meaning": "значення, опис, визначення",
    },
    parties="менеджер, керівник, команда, розробник, аналітик, замовник, відділ, директор",
    everybody="усі, всі",
    nobody="немає, ніхто",
    joins="і, та, й, або",
)

CHINESE = Language(
    roles={
        "responsible": "负责, 负责人, 执行, 执行人, 执行者, 執行, 負責, 負責人, 负责执行, 谁负责",
        "accountable": "批准, 批准人, 审批, 审批人, 当责, 當責, 问责, 最终负责, 最终责任人, 核准, 责任人",
        "support": "支持, 协助, 支援, 配合",
        "consulted": "咨询, 被咨询, 顾问, 諮詢, 咨询人, 被咨询人, 征询",
        "informed": "知会, 告知, 知情, 通知, 被告知, 知會, 知情人, 被通知人",
    },
    headings={
        "step": "任务, 活动, 步骤, 工作, 事项, 任務, 活動, 工作项, 决策, 交付物",
        "phase": "阶段, 类别, 流程, 階段, 模块",
        "notes": "备注, 说明, 描述, 備註",
        "party": "角色, 人员, 团队, 部门, 成员, 姓名",
        "meaning": "含义, 说明, 定义, 含義",
    },
    parties="经理, 团队, 部门, 开发, 测试, 产品, 产品经理, 项目经理, 工程师, 客户, 用户",
    everybody="全员, 所有人, 全体, 全部",
    nobody="无, 没有, 無",
)

JAPANESE = Language(
    roles={
        "responsible": "実行責任者, 実行責任, 担当, 担当者, 実行者, 責任者",
        "accountable": "説明責任者, 説明責任, 承認者, 承認, 最終責任者",
        "support": "支援, サポート, 支援者",
        "consulted": "相談先, 協業先, 相談, 相談者, 助言者",
        "informed": "報告先, 情報提供先, 通知先, 報告, 共有先",
    },
    headings={
        "step": "タスク, 作業, 活動, 業務, 工程, 項目, アクティビティ",
        "phase": "フェーズ, 段階, カテゴリ, 分類",
        "notes": "備考, 説明, コメント",
        "party": "役割, 担当者, 氏名, 部署, チーム, ロール",
        "meaning": "意味, 説明, 定義",
    },
    parties="マネージャー, チーム, 開発, 開発者, 顧客, 部長, 課長",
    everybody="全員, 全て",
    nobody="なし, 無し",
)

KOREAN = Language(
    roles={
        "responsible": "실무담당자, 담당, 담당자, 실행, 수행, 실행책임",
        "accountable": "의사결정권자, 책임, 최종책임자, 승인, 승인자, 책임자, 최종 책임",
        "support": "지원",
        "consulted": "자문, 자문자, 협의, 협의자, 업무수행조언자",
        "informed": "통보, 통보대상, 결과통보대상자, 공유, 보고",
    },
    headings={
        "step": "작업, 업무, 활동, 단계, 항목, 태스크",
        "phase": "페이즈, 구분, 분류, 영역",
        "notes": "비고, 설명, 메모",
        "party": "역할, 담당자, 이름, 팀, 부서",
        "meaning": "의미, 설명, 정의",
    },
    parties="팀, 개발, 개발자, 매니저, 고객, 부서",
    everybody="전체, 모두, 전원",
    nobody="없음",
)

OTHERS = Language(  # Indonesian, Vietnamese, Turkish, Czech, Swedish
    roles={
        "responsible": "pelaksana, melaksanakan, penanggung jawab, bertanggung jawab, người thực hiện, thực hiện,"
        " chịu trách nhiệm,"
        " sorumlu, yapan, yürüten, vykonává, provádí, provede, realizuje, odpovědný, zodpovědný, utförare, utför,"
        " utförs av, genomför, ansvarig, udfører, udførende, utfører, tekijä, toteuttaa, végrehajtja, végrehajtó,"
        " execută, εκτελεί, υπεύθυνος, ผู้รับผิดชอบ, ผู้ปฏิบัติ",
        "accountable": "penanggung jawab akhir, akuntabel, pemilik, penanggung jawab, bertanggung jawab, phê duyệt,"
        " người phê duyệt, chịu trách nhiệm chính, chịu trách nhiệm cuối cùng, chịu trách nhiệm, giải trình,"
        " hesap veren, onaylayan, sorumlu, schvaluje, odpovídá, zodpovídá, zodpovědný, odpovědný, ytterst ansvarig,"
        " godkännare, godkänner, ansvarig, ansvarlig, vastuussa, vastuullinen, hyväksyy, felelős, jóváhagyja,"
        " răspunde, λογοδοτεί, υπόλογος, ผู้อนุมัติ",
        "support": "pendukung, hỗ trợ, destek, destekleyen, podpora, stöd, stödjer",
        "consulted": "dikonsultasikan, konsultasi, tham vấn, tư vấn, người tham vấn, danışılan, konzultován,"
        " konzultuje, konzultovaný, konsulterad, konsulteras, rådfrågad, rådfrågas, tillfrågas, konsulteret,"
        " konsultert, konsultoidaan, konzultál, konzultált, consultat, συμβουλεύεται, ผู้ให้คำปรึกษา",
        "informed": "diinformasikan, diberitahu, thông báo, được thông báo, bilgilendirilen, informován, informovaný,"
        " informerad, informeras, underrättas, informeret, informert, tiedotetaan, tájékoztatott, informat,"
        " ενημερώνεται, ผู้รับทราบ",
    },
    headings={
        "step": "aktivitas, kegiatan, tugas, langkah, công việc, hoạt động, nhiệm vụ, bước, hạng mục, görev, faaliyet,"
        " aktivite, úkol, činnost, aktivita, uppgift, aktivitet, steg",
        "phase": "tahap, fase, kategori, giai đoạn, nhóm, aşama, fáze, oblast, fas, område",
        "notes": "catatan, keterangan, ghi chú, mô tả, notlar, açıklama, poznámka, poznámky, popis, anteckning",
        "party": "peran, nama, tim, vai trò, người, bộ phận, rol, ekip, kişi, role, osoba, tým, roll, namn",
        "meaning": "arti, keterangan, makna, ý nghĩa, anlamı, význam, betydelse",
    },
    parties="manajer, tim, trưởng nhóm, nhóm, yönetici, müdür, takım, vedoucí, tým, chef, avdelning, direksi",
    everybody="semua, tất cả, herkes, všichni, alla",
    nobody="tidak ada, không, yok, žádný, ingen",
    joins="và, ve, och, nebo",
)

LANGUAGES = (
    ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, RUSSIAN,
    DUTCH, POLISH, UKRAINIAN, CHINESE, JAPANESE, KOREAN, OTHERS,
)  # fmt: skip
