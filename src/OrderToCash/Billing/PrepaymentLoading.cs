using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Loads prepayment invoices with what was received on them.</summary>
internal sealed class PrepaymentLoading(CommandRunner runner)
{
    /// <summary>The prepayments a document is about: itself, or those that it deducts.</summary>
    public static EquatableArray<InvoiceId> Of(InvoiceAccount account) => account.Invoice.Type == DocumentType.Prepayment
        ? [account.Id]
        : account.Invoice.Lines.Where(l => l.Prepayment is not null).Select(l => l.Prepayment!.Cited.Invoice)
            .Where(i => !i.IsNone).Distinct().ToEquatableArray();

    /// <summary>The prepayments with their deposits, each once.</summary>
    public async Task<Result<List<PrepaymentPart>>> LoadAsync(
        EquatableArray<InvoiceId> ids, CancellationToken cancellationToken)
    {
        var (parts, errors) = (new List<PrepaymentPart>(), new List<DomainError>());
        foreach (var id in ids.Distinct())
        {
            var stored = await runner.RequireAsync<InvoiceAccount>(Streams.Invoice(id), i => i.Check(), cancellationToken)
                .ConfigureAwait(false);
            errors.AddRange(stored.Errors);
            if (!stored.IsSuccess) continue;
            var deposits = new List<Stored<OpenItem>>();
            foreach (var receipt in stored.Value.State.Receipts)
            {
                var item = await runner.RequireAsync<OpenItem>(
                    Streams.OpenItem(CashAllocation.ItemOf(receipt.Payment)), i => i.Check(), cancellationToken)
                    .ConfigureAwait(false);
                errors.AddRange(item.Errors);
                if (item.IsSuccess) deposits.Add(item.Value);
            }
            parts.Add(new(stored.Value, deposits));
        }
        return Result.Validated(parts, errors);
    }
}
