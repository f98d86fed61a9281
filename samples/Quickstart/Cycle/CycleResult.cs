using OrderToCash.Collections;
using OrderToCash.Credit;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>What stands in the books at the end of the run, read once.</summary>
internal sealed record CycleResult
{
    /// <summary>The seller.</summary>
    public required LegalEntity Seller { get; init; }

    /// <summary>The day the run looks back from.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The customers by key.</summary>
    public required IReadOnlyDictionary<string, ImportedCustomer> Customers { get; init; }

    /// <summary>The documents that were imported.</summary>
    public required IReadOnlyList<ImportedDocument> Documents { get; init; }

    /// <summary>All orders, by number.</summary>
    public required IReadOnlyList<Order> Orders { get; init; }

    /// <summary>All invoices with their credit notes.</summary>
    public required IReadOnlyList<InvoiceAccount> Invoices { get; init; }

    /// <summary>The credit notes, in the order of posting.</summary>
    public required IReadOnlyList<CreditNote> CreditNotes { get; init; }

    /// <summary>All open items, settled ones too.</summary>
    public required IReadOnlyList<OpenItem> Items { get; init; }

    /// <summary>All credit accounts.</summary>
    public required IReadOnlyList<CreditAccount> Credits { get; init; }

    /// <summary>The journal, by recording.</summary>
    public required IReadOnlyList<JournalEntry> Journal { get; init; }

    /// <summary>Each bank line and what became of it.</summary>
    public required IReadOnlyList<BankDecision> Decisions { get; init; }

    /// <summary>The letters that went out.</summary>
    public required IReadOnlyList<DunningLetter> Letters { get; init; }

    /// <summary>Orders that credit held back.</summary>
    public required IReadOnlyList<ReportHold> Holds { get; init; }

    /// <summary>Reads the books.</summary>
    public static async Task<CycleResult> ReadAsync(IBooks books, LegalEntity seller, LocalDate asOf,
        IReadOnlyDictionary<string, ImportedCustomer> customers, IReadOnlyList<ImportedDocument> documents, OrderIntake intake, CashIntake cash) => new()
    {
        Seller = seller,
        AsOf = asOf,
        Customers = customers,
        Documents = documents,
        Orders = await AllAsync<Order>(books, Streams.OrderKind),
        Invoices = await AllAsync<InvoiceAccount>(books, Streams.InvoiceKind),
        CreditNotes = [.. (await books.ReadOutboxAsync(int.MaxValue)).Select(m => m.Event).OfType<CreditNotePosted>().Select(e => e.CreditNote)],
        Items = await AllAsync<OpenItem>(books, Streams.OpenItemKind),
        Credits = await AllAsync<CreditAccount>(books, Streams.CreditKind),
        Journal = await books.JournalAsync().OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).ToListAsync(),
        Decisions = cash.Decisions,
        Letters = cash.Letters,
        Holds = intake.Holds,
    };

    private static async Task<IReadOnlyList<T>> AllAsync<T>(IBooks books, string kind) where T : class =>
        await books.AllAsync<T>(kind).Select(s => s.State).ToListAsync();
}
