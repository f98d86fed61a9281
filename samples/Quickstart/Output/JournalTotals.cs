using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>The journal summed up once: by event and role, and by role and document currency.</summary>
internal sealed class JournalTotals
{
    private readonly Dictionary<(string Event, AccountRole Role), Money> byEvent = [];
    private readonly Dictionary<(AccountRole Role, Currency Currency), (Money Document, Money Functional)> byRole = [];
    private readonly Currency functional;

    /// <summary>Sums.</summary>
    public JournalTotals(IEnumerable<JournalEntry> journal, Currency functional)
        : this(journal.SelectMany(entry => entry.Lines.Select(line => (entry.Event, line))), functional)
    {
    }

    /// <summary>Sums lines with the events that posted them.</summary>
    public JournalTotals(IEnumerable<(string Event, JournalLine Line)> lines, Currency functional)
    {
        this.functional = functional;
        foreach (var (name, line) in lines)
        {
            var key = (name, line.Account);
            byEvent[key] = byEvent.GetValueOrDefault(key, Money.Zero(functional)) + line.SignedFunctional;
            var pair = (line.Account, line.Document.Currency);
            var (document, value) = byRole.GetValueOrDefault(pair, (Money.Zero(line.Document.Currency), Money.Zero(functional)));
            byRole[pair] = (document + line.SignedDocument, value + line.SignedFunctional);
        }
    }

    /// <summary>The functional balance of a role over some events, debit above zero.</summary>
    public Money Of(AccountRole role, params ReadOnlySpan<string> events)
    {
        var sum = Money.Zero(functional);
        foreach (var name in events) sum += byEvent.GetValueOrDefault((name, role), Money.Zero(functional));
        return sum;
    }

    /// <summary>The functional balance of a role over all events, debit above zero.</summary>
    public Money Balance(AccountRole role)
    {
        var sum = Money.Zero(functional);
        foreach (var (key, amount) in byEvent)
            if (key.Role == role) sum += amount;
        return sum;
    }

    /// <summary>The balances per role and document currency.</summary>
    public IEnumerable<(AccountRole Role, Currency Currency, Money Document, Money Functional)> ByRole =>
        byRole.OrderBy(p => p.Key.Role).ThenBy(p => p.Key.Currency).Select(p => (p.Key.Role, p.Key.Currency, p.Value.Document, p.Value.Functional));

    /// <summary>The effect of each event on a role, in the order of the events' names.</summary>
    public IEnumerable<(string Event, Money Amount)> EventsOf(AccountRole role) =>
        byEvent.Where(p => p.Key.Role == role && !p.Value.IsZero).OrderBy(p => p.Key.Event, StringComparer.Ordinal).Select(p => (p.Key.Event, p.Value));
}
