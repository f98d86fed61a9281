using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

internal sealed partial class RandomBusiness
{
    public static readonly string[] ClaimKinds =
    [
        "refund", "refund", "refund-approve", "refund-order", "refund-order", "refund-settle", "dispute", "deduct", "dispute-decide", "dispute-settle", "dispute-reopen",
    ];

    /// <summary>The command of a step about what a customer wants back or does not want to pay.</summary>
    public Command? Claim(ProcessStep step, CommandId id, int number)
    {
        var (on, items) = (Monday.PlusDays(number), All<OpenItem>(Streams.OpenItemKind));
        var credit = Nth(items.Where(i => !i.IsDebit && (!i.Open.IsZero || step.Extra == 0)), step.Which);
        var debit = Nth(items.Where(i => i.IsDebit && (!i.Open.IsZero || step.Extra == 0)), step.Which);
        var refund = Nth(All<RefundRequest>(Streams.RefundKind).Where(r => step.Extra == 0 || step.Kind switch
        {
            "refund-approve" => r.Status == RefundStatus.Requested,
            "refund-order" => r.Status == RefundStatus.Approved,
            _ => r.Status is RefundStatus.Ordered or RefundStatus.Paid,
        }), step.Which);
        var dispute = Nth(All<DisputeCase>(Streams.DisputeKind).Where(d => step.Extra == 0 || step.Kind switch
        {
            "dispute-decide" => d.Status is DisputeStatus.Open or DisputeStatus.Investigating,
            "dispute-settle" => d.Status is DisputeStatus.Valid or DisputeStatus.PartlyValid or DisputeStatus.Invalid,
            _ => d.Status is not (DisputeStatus.Open or DisputeStatus.Investigating),
        }), step.Which);
        return step.Kind switch
        {
            "refund" when credit is not null => new RequestRefund { Id = id, By = Anna, Facts = Refund(credit, step, number) },
            "refund-approve" when refund is not null => new ApproveRefund { Id = id, By = step.Extra == 0 ? Anna : Bert, Refund = refund.Id },
            "refund-order" when refund is not null => new OrderRefund { Id = id, By = Bert, Refund = refund.Id, On = on },
            "refund-settle" when refund is not null => Settled(step, id, refund.Id, on),
            "dispute" when debit is not null => new OpenDispute
            {
                Id = id, By = Anna,
                Facts = new()
                {
                    Dispute = new($"D-{number}"), Reason = DisputeReason.QuantityShort, On = on,
                    Parts = [new() { Item = debit.Id, Amount = Money.Min(debit.Open, Money.Of(step.Quantity * 3, debit.Amount.Currency)) }],
                },
            },
            "deduct" when debit is not null => new CaptureDeduction
            {
                Id = id, By = Anna, Dispute = new($"D-{number}"), Of = [debit.Id], Reason = DisputeReason.QuantityShort, On = on,
                Amount = step.Extra == 1 ? null : Money.Of(step.Quantity, debit.Amount.Currency),
            },
            "dispute-decide" when dispute is not null => new DecideDispute
            {
                Id = id, By = Anna, Dispute = dispute.Id, On = on, Explanation = "looked into",
                Valid = step.Extra == 0 ? [] : [dispute.Parts[0] with { Amount = Money.Min(dispute.Parts[0].Amount, Money.Of(step.Quantity, dispute.Currency)) }],
            },
            "dispute-settle" when dispute is not null => Settled(step, id, dispute, on),
            "dispute-reopen" when dispute is not null => new ReopenDispute { Id = id, By = Anna, Dispute = dispute.Id, Reason = "again", On = on },
            _ => null,
        };
    }

    // Money on its way to the customer is no credit of his any more; what a dispute wrote off is not owed any more.
    private Money ClaimsSettled(Currency currency) =>
        Money.Sum(All<RefundRequest>(Streams.RefundKind).Where(r => r.Status is RefundStatus.Ordered or RefundStatus.Paid)
            .Select(r => r.Facts.Amount).Where(a => a.Currency == currency), currency)
        - Money.Sum(All<DisputeCase>(Streams.DisputeKind).Where(d => d.Currency == currency)
            .SelectMany(d => d.Resolutions.Concat(d.EarlierRounds.SelectMany(r => r.Resolutions)))
            .Where(r => r.Kind == DisputeResolutionKind.WrittenOff).Select(r => r.Amount), currency);

    private void CheckClaims(IReadOnlyList<OpenItem> items)
    {
        var (refunds, disputes) = (All<RefundRequest>(Streams.RefundKind), All<DisputeCase>(Streams.DisputeKind));
        Assert.All(refunds, r => Assert.Empty(r.Check()));
        Assert.All(disputes, d => Assert.Empty(d.Check()));
        foreach (var refund in refunds.Where(r => r.Status is RefundStatus.Ordered or RefundStatus.Paid))
            Assert.Contains(items.Single(i => i.Id == refund.Facts.Credit).Applications, a => a.Id == refund.Application && a.IsLive);
    }

    private static RefundFacts Refund(OpenItem credit, ProcessStep step, int number)
    {
        var route = new RefundRoute { Iban = Iban.Parse("DE02120300000000202051").Value, Name = "Nordwind GmbH" };
        return new()
        {
            Refund = new($"R-{number}"), Credit = credit.Id, Reason = "too much", Route = route,
            Kind = credit.Kind == OpenItemKind.CreditNote ? RefundKind.Credit : RefundKind.Overpayment,
            Amount = step.Extra < 3 && !credit.Open.IsZero ? -credit.Open : Money.Of(step.Quantity, credit.Amount.Currency),
        };
    }

    private static Command Settled(ProcessStep step, CommandId id, RefundId refund, LocalDate on) => step.Extra switch
    {
        0 => new RejectRefund { Id = id, By = Bert, Refund = refund, Reason = "no" },
        1 or 2 => new FailRefund { Id = id, By = Anna, Refund = refund, Reason = "AC04", On = on },
        _ => new ConfirmRefund { Id = id, By = Anna, Refund = refund, On = on },
    };

    private static Command Settled(ProcessStep step, CommandId id, DisputeCase dispute, LocalDate on) => step.Extra == 0
        ? new WithdrawDispute { Id = id, By = Anna, Dispute = dispute.Id, Reason = "a mistake", On = on }
        : new ResolveDispute
        {
            Id = id, By = Anna, Dispute = dispute.Id, Item = dispute.Parts[0].Item, On = on, AsBadDebt = step.Extra == 1,
            Kind = step.Extra < 3 ? DisputeResolutionKind.WrittenOff
                : dispute.Reason == DisputeReason.Chargeback && step.Extra == 4 ? DisputeResolutionKind.Recovered : DisputeResolutionKind.ChargedToCustomer,
            Amount = Money.Of(step.Quantity, dispute.Currency),
        };

    private static T? Nth<T>(IEnumerable<T> all, int which) where T : class => all.ToArray() is { Length: > 0 } some ? some[which % some.Length] : null;

    private EquatableArray<DomainError> ClaimErrors(Command command) => command switch
    {
        RequestRefund c => business.Refunds.RequestAsync(c).AsTask().Result.Errors,
        ApproveRefund c => business.Refunds.ApproveAsync(c).AsTask().Result.Errors,
        OrderRefund c => business.Refunds.OrderAsync(c).AsTask().Result.Errors,
        ConfirmRefund c => business.Refunds.ConfirmAsync(c).AsTask().Result.Errors,
        FailRefund c => business.Refunds.FailAsync(c).AsTask().Result.Errors,
        RejectRefund c => business.Refunds.RejectAsync(c).AsTask().Result.Errors,
        OpenDispute c => business.Disputes.OpenAsync(c).AsTask().Result.Errors,
        CaptureDeduction c => business.Disputes.CaptureDeductionAsync(c).AsTask().Result.Errors,
        DecideDispute c => business.Disputes.DecideAsync(c).AsTask().Result.Errors,
        WithdrawDispute c => business.Disputes.WithdrawAsync(c).AsTask().Result.Errors,
        ReopenDispute c => business.Disputes.ReopenAsync(c).AsTask().Result.Errors,
        ResolveDispute c => business.Disputes.ResolveAsync(c).AsTask().Result.Errors,
        _ => business.GiveAsync(command).AsTask().Result.Errors,
    };
}
