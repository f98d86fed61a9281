using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What booking a statement would do, line by line; nothing is written yet.</summary>
public sealed record CashPlan
{
    /// <summary>Whose accounts.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>
    /// The lines in the order of the statement. One sum that a bank booked for a batch of our own collections is as many lines as
    /// there are collections in it, as if the bank had listed them.
    /// </summary>
    public required EquatableArray<PlannedPayment> Payments { get; init; }

    /// <summary>The version of the matching policy.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>
    /// The stored items that break their own rules (<c>matching.item-broken</c>): nothing is planned for them, everything else is
    /// planned as if they were settled.
    /// </summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>
    /// The commands that book the plan, in the order of the statement: money that came in, returns of it, refunds that went
    /// out or came back. Their ids follow from the bank's lines, so that executing a plan again, or another plan of the same
    /// lines, books nothing twice. <see cref="CashDesk"/> takes <see cref="BookPayment"/> and <see cref="ReturnPayment"/>,
    /// <see cref="RefundDesk"/> takes <see cref="ConfirmRefund"/> and <see cref="FailRefund"/>.
    /// </summary>
    /// <param name="by">Who books.</param>
    public EquatableArray<Command> Commands(Actor by) =>
        Payments.Select(p => CommandOf(p, by)).OfType<Command>().ToEquatableArray();

    /// <summary>
    /// The commands that make what payers keep back deductions with a case (<see cref="DisputeDesk.CaptureDeductionAsync"/>),
    /// after <see cref="Commands"/>; executing them again makes none twice.
    /// </summary>
    /// <param name="reasonOf">The reason a payer's code stands for; null leaves the rest open.</param>
    /// <param name="by">Who captures.</param>
    public EquatableArray<CaptureDeduction> Deductions(Func<string, DisputeReason?> reasonOf, Actor by)
    {
        ArgumentNullException.ThrowIfNull(reasonOf);
        return Payments.SelectMany(p => ClaimedDeduction.Commands(p.Payment, p.Entry.BookedOn, p.Deductions, reasonOf, by))
            .ToEquatableArray();
    }

    /// <summary>
    /// The plan in which a person chose what a payment is for: booked with it, and remembered as said by a person.
    /// </summary>
    /// <param name="payment">A line that is booked.</param>
    /// <param name="allocations">What it settles: those of an alternative, or others; empty to leave it on account.</param>
    /// <exception cref="ArgumentException">No line of the plan books the payment.</exception>
    public CashPlan Choose(PaymentId payment, EquatableArray<MatchAllocation> allocations)
    {
        var index = Payments.FindIndex(p => p.Payment == payment && p.Treatment == PaymentTreatment.Book);
        if (index < 0) throw new ArgumentException($"No line of the plan books {payment}.", nameof(payment));
        return this with
        {
            Payments = Payments.SetItem(index,
                Payments[index] with { Allocations = allocations, Deductions = [], Doubt = null, ChosenByPerson = true }),
        };
    }

    private static MatchSource? TaughtBy(PlannedPayment planned) => planned switch
    {
        { Allocations.IsEmpty: true } => null,
        { ChosenByPerson: true } => MatchSource.Human,
        { Decision: { } decision } when MatchCase.IsProof(decision) => MatchSource.Automatic,
        _ => null,
    };

    private Command? CommandOf(PlannedPayment planned, Actor by) => planned.Treatment switch
    {
        PaymentTreatment.Book => new BookPayment
        {
            Id = new($"book/{planned.Payment}"), By = by, LegalEntity = LegalEntity, Customer = planned.Customer,
            Payment = planned.Payment, Entry = planned.Entry, Allocations = planned.Allocations,
            ReceivingCustomers = planned.ReceivingCustomers, Teaches = TaughtBy(planned),
        },
        PaymentTreatment.Return => new ReturnPayment
        {
            Id = new($"return/{planned.Payment}"), By = by, Payment = planned.Returns, Entry = planned.Entry,
        },
        PaymentTreatment.RefundPaid => new ConfirmRefund
        {
            Id = new($"refund-paid/{planned.Payment}"), By = by, Refund = planned.Refund, On = planned.Entry.BookedOn,
        },
        PaymentTreatment.RefundReturned => new FailRefund
        {
            Id = new($"refund-returned/{planned.Payment}"), By = by, Refund = planned.Refund, On = planned.Entry.BookedOn,
            Reason = planned.Entry.ReturnReason.Length > 0 ? planned.Entry.ReturnReason : "returned by the bank",
        },
        _ => null,
    };
}
