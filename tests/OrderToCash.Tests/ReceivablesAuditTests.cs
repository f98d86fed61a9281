using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Books that somebody changed behind the desks: the audit names it, and nothing is posted on top of it.</summary>
public sealed class ReceivablesAuditTests
{
    private static readonly OpenItemId Invoice = new("INV-2025-000001/1");

    private readonly Tampered books = new();
    private readonly ABusiness business;

    public ReceivablesAuditTests() => business = new(books);

    /// <summary>Books whose items and entries are read as a test has changed them.</summary>
    private sealed class Tampered() : PassThroughBooks(new InMemoryBooks())
    {
        public Func<OpenItem, OpenItem> Item { get; set; } = item => item;
        public Func<IEnumerable<JournalEntry>, IEnumerable<JournalEntry>> Journal { get; set; } = entries => entries;

        public override async ValueTask<Stored<TState>?> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default) =>
            await base.LoadAsync<TState>(stream, cancellationToken) switch
            {
                { State: OpenItem item } stored => stored with { State = (TState)(object)Item(item) },
                var stored => stored,
            };

        public override async IAsyncEnumerable<Stored<OpenItem>> OpenItemsAsync(OpenItemQuery query,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var item in base.OpenItemsAsync(query, cancellationToken)) yield return item with { State = Item(item.State) };
        }

        public override async IAsyncEnumerable<JournalEntry> JournalAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var entries = new List<JournalEntry>();
            await foreach (var entry in base.JournalAsync(cancellationToken)) entries.Add(entry);
            foreach (var entry in Journal(entries)) yield return entry;
        }
    }

    private ReceivablesDesk Desk => new(books, new LegalEntityList(Seller));

    private async Task BilledAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.ImportAsync(Received("B-1", Eur(500), Monday, "INV-2025-000001"));
    }

    private async Task<LedgerAudit> AuditAsync() => Expect.Success(await Desk.AuditAsync(Id));

    [Fact]
    public async Task Sound_books_pass()
    {
        await BilledAsync();
        var audit = await AuditAsync();
        Assert.Empty(audit.Findings);
        Assert.True(audit.Entries >= 2 && audit.Items >= 2 && audit.Chains >= 1);
    }

    [Fact]
    public async Task A_broken_item_is_reported_left_out_of_the_ages_and_never_posted_to()
    {
        await BilledAsync();
        books.Item = item => item.Id != Invoice ? item : item with
        {
            Applications = item.Applications.Add(item.Applications[0] with { Id = new("forged"), Amount = item.Amount, FunctionalAmount = item.FunctionalAmount }),
        };
        var audit = await AuditAsync();
        Expect.Found(LedgerErrors.ItemQuarantined, audit.Findings);
        Expect.Found(LedgerErrors.ItemDiffers, audit.Findings);
        var aged = Expect.Success(await Desk.AgeAsync(new() { LegalEntity = Id, AsOf = Monday }));
        Expect.Found(ProcessErrors.Corrupt, aged.Quarantined);
        Assert.True(aged.Report.Total(Currency.Eur).IsZero);
        Expect.Found(ProcessErrors.Corrupt, Expect.Success(await Desk.StateAsync(new()
        {
            LegalEntity = Id, Customer = new("C-7"), From = Monday, To = Monday,
        })).Quarantined);
        var entries = audit.Entries;
        Expect.Refused(ProcessErrors.Corrupt, await business.Disputes.OpenAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Dispute = new("D-1"), Reason = DisputeReason.Freight, On = Monday, Parts = [new() { Item = Invoice, Amount = Eur(1) }] },
        }));
        var payment = new PaymentId((await Enumerating.ListAsync(business.Books.OpenItemsAsync(new() { IncludeSettled = true })))
            .Select(i => i.State).First(i => i.Kind == OpenItemKind.Payment).Id.Value);
        Assert.False((await business.Cash.ReturnAsync(new() { Id = business.Next(), By = Anna, Payment = payment, Entry = Received("B-2", Eur(-500), Monday) })).IsSuccess);
        Assert.Equal(entries, (await AuditAsync()).Entries);
    }

    [Fact]
    public async Task An_item_that_is_sound_by_itself_but_not_what_the_journal_says_is_found()
    {
        await BilledAsync();
        books.Item = item => item.Id != Invoice ? item : item with { Applications = [] };
        Expect.Found(LedgerErrors.ItemDiffers, (await AuditAsync()).Findings);
    }

    [Fact]
    public async Task An_entry_changed_taken_out_or_put_in_twice_breaks_its_chain()
    {
        await BilledAsync();
        books.Journal = entries => entries.Select((e, i) => i == 0
            ? System.Text.Json.JsonSerializer.Deserialize<JournalEntry>(System.Text.Json.JsonSerializer.Serialize(e).Replace("anna", "otto"))! : e);
        Expect.Found(JournalErrors.ContentChanged, (await AuditAsync()).Findings);
        books.Journal = entries => entries.Skip(1);
        Expect.Found(JournalErrors.ChainBroken, (await AuditAsync()).Findings);
        books.Journal = entries => entries.Append(entries.Last());
        Expect.Found(JournalErrors.ChainBroken, (await AuditAsync()).Findings);
        books.Journal = entries => entries.SkipLast(1);
        Expect.Found(LedgerErrors.ItemDiffers, (await AuditAsync()).Findings);
    }

    [Fact]
    public async Task The_same_payment_twice_is_one_payment()
    {
        await BilledAsync();
        var before = await AuditAsync();
        await business.ImportAsync(Received("B-1", Eur(500), Monday, "INV-2025-000001"));
        Assert.Equal(before, await AuditAsync());
    }
}

internal static class Enumerating
{
    public static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var one in source) list.Add(one);
        return list;
    }
}
