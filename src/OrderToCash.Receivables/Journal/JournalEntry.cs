using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// A balanced entry of the journal: debit equals credit in the functional currency and in each document currency. It can't be
/// changed; what was wrong is taken back by its mirror. There is no way to make an unbalanced one.
/// </summary>
[JsonConverter(typeof(JournalEntryJsonConverter))]
public sealed record JournalEntry
{
    private JournalEntry(JournalEntryFacts facts) => Facts = facts;

    internal JournalEntryFacts Facts { get; }

    /// <summary>The entry's id.</summary>
    public JournalEntryId Id => Facts.Id;

    /// <summary>Whose books it is in.</summary>
    public LegalEntityId LegalEntity => Facts.LegalEntity;

    /// <summary>The currency of those books.</summary>
    public Currency FunctionalCurrency => Facts.FunctionalCurrency;

    /// <summary>The business date: the period it belongs to.</summary>
    public LocalDate Date => Facts.Date;

    /// <summary>When it was recorded.</summary>
    public Instant RecordedAt => Facts.RecordedAt;

    /// <summary>What happened, one of <see cref="JournalEvents"/>.</summary>
    public string Event => Facts.Event;

    /// <summary>Who gave the command.</summary>
    public Actor By => Facts.By;

    /// <summary>The document behind it; empty when there is none.</summary>
    public string SourceDocument => Facts.SourceDocument;

    /// <summary>Whose account it moves; none when it is no customer's or several customers'.</summary>
    public CustomerId Customer => Facts.Customer;

    /// <summary>The entry this one takes back; none for an entry of its own.</summary>
    public JournalEntryId Reverses => Facts.Reverses;

    /// <summary>Its place in the chain of its partition; null until <see cref="JournalChain.Append"/> recorded it.</summary>
    public JournalLink? Link => Facts.Link;

    /// <summary>Its lines; those of one side, account, currency and open item are one line.</summary>
    public EquatableArray<JournalLine> Lines => Facts.Lines;

    /// <summary>Checks the facts and makes the entry; refuses with every broken rule of <see cref="JournalErrors"/>.</summary>
    public static Result<JournalEntry> Restore(JournalEntryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return IsSound(facts)
            ? Result.Success(new JournalEntry(facts))
            : Result.Validated(new JournalEntry(facts), Findings(facts));
    }

    /// <summary>The entry of facts that this package made.</summary>
    /// <exception cref="InvalidOperationException">They break a rule.</exception>
    internal static JournalEntry Posted(JournalEntryFacts facts) => IsSound(facts) ? new(facts) : Restore(facts).Value;

    private static bool IsSound(JournalEntryFacts facts)
    {
        var isSound = facts.Lines.Count >= 2;
        foreach (var line in facts.Lines) isSound &= IsSound(line, facts.FunctionalCurrency);
        return isSound && IsBalanced(facts);
    }

    private static List<DomainError> Findings(JournalEntryFacts facts)
    {
        var findings = new List<DomainError>();
        if (facts.Lines.Count < 2)
            findings.Add(JournalErrors.TooFewLines.At("lines", ("entry", facts.Id), ("count", facts.Lines.Count)));
        for (var i = 0; i < facts.Lines.Count; i++) CheckLine(facts.Lines[i], facts.FunctionalCurrency, $"lines[{i}]", findings);
        if (findings.Count == 0) CheckBalance(facts, findings);
        return findings;
    }

    // True only where CheckLine finds nothing; what it costs is paid for every line that is posted.
    private static bool IsSound(JournalLine line, Currency functional) =>
        line is { Document.IsNegative: false, Functional.IsNegative: false } && line.Functional.Currency == functional
        && (line.Account.IsFunctionalOnly
            ? line.Document.IsZero && !line.Functional.IsZero
            : !line.Document.IsZero && (line.Document.Currency != functional || line.Document == line.Functional));

    // In one document currency one pass is enough; several go the long way.
    private static bool IsBalanced(JournalEntryFacts facts)
    {
        var currency = facts.Lines[0].Document.Currency;
        var (document, functional) = (Money.Zero(currency), Money.Zero(facts.FunctionalCurrency));
        foreach (var line in facts.Lines)
        {
            if (line.Document.Currency != currency) return false;
            (document, functional) = (document + line.SignedDocument, functional + line.SignedFunctional);
        }
        return document.IsZero && functional.IsZero;
    }

    /// <summary>This entry at its place in a chain; what it says is the same.</summary>
    internal JournalEntry At(JournalLink link) => new(Facts with { Link = link });

    /// <summary>The lines that take this entry back, for an entry of its own date.</summary>
    public EquatableArray<JournalLine> Mirror() => Lines.Select(line => line.Mirror()).ToEquatableArray();

    /// <summary>Debit less credit of a role in this entry, in the functional currency.</summary>
    public Money Balance(AccountRole role)
    {
        var balance = Money.Zero(FunctionalCurrency);
        foreach (var line in Lines)
            if (line.Account == role) balance += line.SignedFunctional;
        return balance;
    }

    private static void CheckLine(JournalLine line, Currency functional, string target, List<DomainError> findings)
    {
        if (line.Document.IsNegative)
            findings.Add(JournalErrors.NegativeAmount.At(target, ("account", line.Account), ("amount", line.Document)));
        if (line.Functional.IsNegative)
            findings.Add(JournalErrors.NegativeAmount.At(target, ("account", line.Account), ("amount", line.Functional)));
        if (line.Document.IsZero && line.Functional.IsZero)
            findings.Add(JournalErrors.EmptyLine.At(target, ("account", line.Account)));
        if (line.Functional.Currency != functional)
            findings.Add(JournalErrors.OtherFunctionalCurrency.At(target,
                ("account", line.Account), ("amount", line.Functional), ("functional", functional)));
        if (line.Account.IsFunctionalOnly && !line.Document.IsZero)
            findings.Add(JournalErrors.DocumentAmountOnResult.At(target, ("account", line.Account), ("amount", line.Document)));
        if (line.Account.IsFunctionalOnly) return;
        if (line.Document.IsZero && !line.Functional.IsZero)
            findings.Add(JournalErrors.DocumentAmountMissing.At(target,
                ("account", line.Account), ("functional", line.Functional)));
        if (line.Document.Currency == functional && line.Document != line.Functional)
            findings.Add(JournalErrors.FunctionalDiffers.At(target,
                ("account", line.Account), ("document", line.Document), ("functional", line.Functional)));
    }

    private static void CheckBalance(JournalEntryFacts facts, List<DomainError> findings)
    {
        var total = Money.Zero(facts.FunctionalCurrency);
        var documents = new SortedDictionary<Currency, Money>();
        foreach (var line in facts.Lines)
        {
            total += line.SignedFunctional;
            var currency = line.Document.Currency;
            documents[currency] = documents.TryGetValue(currency, out var sum) ? sum + line.SignedDocument : line.SignedDocument;
        }
        if (!total.IsZero) findings.Add(JournalErrors.Unbalanced.At("lines", ("entry", facts.Id), ("difference", total)));
        foreach (var sum in documents.Values)
            if (!sum.IsZero) findings.Add(JournalErrors.CurrencyUnbalanced.At("lines", ("entry", facts.Id), ("difference", sum)));
    }
}
