namespace OrderToCash;

/// <summary>What booking a statement would do, line by line; nothing is written yet.</summary>
public sealed record CashPlan
{
    /// <summary>Whose accounts.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The lines in the order of the statement.</summary>
    public required EquatableArray<PlannedPayment> Payments { get; init; }

    /// <summary>The version of the matching policy.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>
    /// The commands that book the plan, in the order of the statement: money that came in, and returns of it. Their ids
    /// follow from the bank's lines, so that executing a plan again, or another plan of the same lines, books nothing
    /// twice.
    /// </summary>
    /// <param name="by">Who books.</param>
    public EquatableArray<Command> Commands(Actor by)
    {
        var commands = new List<Command>(Payments.Count);
        foreach (var planned in Payments)
            if (planned.Treatment == PaymentTreatment.Book) commands.Add(new BookPayment
            {
                Id = new($"book/{planned.Payment}"), By = by, LegalEntity = LegalEntity, Customer = planned.Customer,
                Payment = planned.Payment,
                Entry = planned.Entry, Allocations = planned.Allocations,
            });
            else if (planned.Treatment == PaymentTreatment.Return) commands.Add(new ReturnPayment
            {
                Id = new($"return/{planned.Payment}"), By = by, Payment = planned.Returns, Entry = planned.Entry,
            });
        return commands.ToEquatableArray();
    }
}
