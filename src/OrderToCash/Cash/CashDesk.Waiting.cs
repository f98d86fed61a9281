using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

public sealed partial class CashDesk
{
    /// <summary>
    /// What the money that waits on account is for, as far as the engine knows by now: invoices came after it, people confirmed
    /// its payer, or rejected what was proposed. Nothing is written. Refuses <c>process.legal-entity-unknown</c>.
    /// </summary>
    /// <param name="legalEntity">Whose books.</param>
    /// <param name="payers">Who pays from which account, as in <see cref="PlanAsync"/>.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<CashReview>> ReviewAsync(
        LegalEntityId legalEntity, PayerDirectory payers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payers);
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<CashReview>(ProcessErrors.NoLegalEntity(legalEntity));
        var items = await OpenItemsAsync(legalEntity, cancellationToken).ConfigureAwait(false);
        var waiting = await WaitingAsync(items, seller, cancellationToken).ConfigureAwait(false);
        var run = await MatchAsync(items, [.. waiting.Select(w => w.Incoming)], seller, payers, cancellationToken)
            .ConfigureAwait(false);
        var claims = items.Sound.Where(i => i.IsClaim).ToDictionary(i => i.Id);
        return Result.Success(new CashReview
        {
            LegalEntity = legalEntity, PolicyVersion = run.PolicyVersion, Findings = items.Findings,
            Payments = waiting.Zip(run.Decisions, (one, decision) => new ReviewedPayment
            {
                Payment = decision.Payment, Customer = one.Item.Customer, Open = -one.Item.Open,
                ReceivedOn = one.Item.DocumentDate, Decision = decision,
                MayApply = CashPlanning.MaySplit(decision.Allocations, one.Item.Customer, id => claims[id].Customer),
            }).OrderBy(p => p.ReceivedOn).ThenBy(p => p.Payment).ToEquatableArray(),
        });
    }

    /// <summary>
    /// What advices that came after the money would do to payments on account, at the rates of the days the money came and
    /// without what people rejected; nothing is written. Refuses <c>process.legal-entity-unknown</c>.
    /// </summary>
    /// <param name="legalEntity">Whose books.</param>
    /// <param name="advices">What payers sent; several may be one payment together.</param>
    /// <param name="payers">Who pays from which account, as in <see cref="PlanAsync"/>.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<AdvicePlan>> PlanAdvicesAsync(
        LegalEntityId legalEntity, EquatableArray<RemittanceAdvice> advices, PayerDirectory payers,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payers);
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<AdvicePlan>(ProcessErrors.NoLegalEntity(legalEntity));
        var items = await OpenItemsAsync(legalEntity, cancellationToken).ConfigureAwait(false);
        var planning = new AdvicePlanning(
            seller, items, await WaitingAsync(items, seller, cancellationToken).ConfigureAwait(false));
        var run = await MatchAsync(items, planning.Ask(advices), seller, payers, cancellationToken).ConfigureAwait(false);
        return Result.Success(planning.Plan(run));
    }

    // What a debtor is to pay to a factor is nothing money on account is for.
    private async Task<MatchableItems> OpenItemsAsync(LegalEntityId legalEntity, CancellationToken cancellationToken)
    {
        var items = new List<OpenItem>();
        await foreach (var item in books.OpenItemsAsync(new() { LegalEntity = legalEntity }, cancellationToken)
            .ConfigureAwait(false))
            if (item.State.Pledge is not { IsConfidential: false, Outstanding.IsPositive: true }) items.Add(item.State);
        return new(items);
    }

    private async Task<List<WaitingPayment>> WaitingAsync(
        MatchableItems items, LegalEntity seller, CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingPayment>();
        foreach (var item in items.Sound.Where(i => i.Kind == OpenItemKind.Payment && i.Open.IsNegative))
            waiting.Add(new(item, await AgainAsync(item, seller, cancellationToken).ConfigureAwait(false)));
        return waiting;
    }

    private async Task<MatchRun> MatchAsync(MatchableItems items, IReadOnlyList<IncomingPayment> asked, LegalEntity seller,
        PayerDirectory payers, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(seller, payers, asked.SelectMany(p => PayerKey.Of(p)), cancellationToken)
            .ConfigureAwait(false);
        var ofTheDays = await CashPlanning.RatesAsync(
            seller, rates, asked, items.Sound.Where(i => i.IsClaim), cancellationToken).ConfigureAwait(false);
        return MatchingEngine.Match(items.Book(), [.. asked], seller.Matching, known, ofTheDays);
    }

    // The payment as the bank brought it, with what is left of it; whose it is, is known where it is booked on a customer.
    private async Task<IncomingPayment> AgainAsync(OpenItem item, LegalEntity seller, CancellationToken cancellationToken)
    {
        var id = new PaymentId(item.Id.Value);
        var payment = await PaymentOfAsync(item, cancellationToken).ConfigureAwait(false);
        var known = await memory.FindAsync(payment, cancellationToken).ConfigureAwait(false);
        var incoming = known?.Again ?? new() { Id = id, Amount = -item.Open, ReceivedOn = item.DocumentDate };
        return incoming with
        {
            Id = id, Amount = -item.Open, BankIdentity = "",
            Payer = item.Customer == seller.UnidentifiedPayer ? default : item.Customer,
        };
    }
}
