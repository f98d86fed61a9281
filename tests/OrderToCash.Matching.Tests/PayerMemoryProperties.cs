using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Matching.Tests;

/// <summary>Random decisions of people and programs, legal and illegal, about payments of a payer and about the payer.</summary>
public class PayerMemoryProperties
{
    private static readonly LegalEntityId Entity = new("DE01");

    public sealed record Step(int Verb, int Customer, int Item, bool IsAutomatic, int Days);

    public sealed class Steps
    {
        public static Arbitrary<Step[]> All() => Arb.From(
            from size in Gen.Choose(0, 40)
            from steps in Gen.ArrayOf(
                from verb in Gen.Choose(0, 4)
                from customer in Gen.Choose(0, 2)
                from item in Gen.Choose(0, 4)
                from isAutomatic in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
                from days in Gen.Choose(0, 40)
                select new Step(verb, customer, item, isAutomatic, days), size)
            select steps, Shrink);

        private static IEnumerable<Step[]> Shrink(Step[] steps)
        {
            for (var i = 0; i < steps.Length; i++) yield return [.. steps[..i], .. steps[(i + 1)..]];
        }
    }

    private static Actor Of(Step step) => step.IsAutomatic ? Actor.System("import") : Actor.Person("anna");

    [Property(MaxTest = 300, Arbitrary = [typeof(Steps)])]
    public void A_memory_is_the_fold_of_its_events_and_trust_never_grows_by_a_reversal(Step[] steps)
    {
        var (start, at) = (PayerMemory.Nothing(Entity, PayerKey.Account("DE1")), Instant.FromUtc(2026, 1, 1, 0, 0));
        var (memory, events) = (start, new List<PayerMemoryEvent>());
        foreach (var step in steps)
        {
            at += Duration.FromDays(step.Days);
            var customer = new CustomerId($"C-{step.Customer}");
            var before = memory.Of(customer)?.Standing(MemoryPolicy.Standard, at) ?? PayerStanding.Unknown;
            var result = step.Verb switch
            {
                0 => memory.Confirm(customer, new("P"), Of(step), at),
                1 => memory.See(customer, new("P"), Of(step), at),
                2 => memory.TakeBack(customer, new("P"), Of(step), at),
                4 => memory.Withdraw(customer, step.Item % 2 == 0 ? MatchSource.Human : MatchSource.Automatic, new("P"), Of(step), at),
                _ => memory.Reject(customer, new("P"), "", Of(step), at),
            };
            if (step is { IsAutomatic: true, Verb: 0 or 3 }) Expect.Refused(MemoryErrors.NotAPerson, result);
            if (!result.IsSuccess) continue;
            events.AddRange(result.Value.Events);
            memory = result.Value.State;
            var after = memory.Of(customer)?.Standing(MemoryPolicy.Standard, at) ?? PayerStanding.Unknown;
            Assert.Empty(memory.Check());
            if (step.Verb is 2 or 4) Assert.True(after <= before || before == PayerStanding.Rejected, $"{before} {after}");
            if (step.Verb is 0 or 1) Assert.True(after >= before || before == PayerStanding.Rejected, $"{before} {after}");
            if (before == PayerStanding.Rejected && step.Verb != 0) Assert.Equal(PayerStanding.Rejected, after);
            if (step.Verb == 3) Assert.Equal(PayerStanding.Rejected, after);
        }
        Assert.Equal(memory, events.Aggregate(start, (m, e) => m.Apply(e)));
        foreach (var paid in memory.Customers)
            Assert.Equal((paid.Human, paid.Automatic, paid.Reversed), (Count<PayerConfirmed>(events, paid) - Withdrawn(events, paid, MatchSource.Human),
                Count<PayerSeen>(events, paid) - Withdrawn(events, paid, MatchSource.Automatic), Count<PayerTakenBack>(events, paid)));
    }

    private static int Withdrawn(List<PayerMemoryEvent> events, PaidCustomer paid, MatchSource source) =>
        events.OfType<PayerWithdrawn>().Count(e => e.Customer == paid.Customer && e.Source == source);

    private static int Count<T>(List<PayerMemoryEvent> events, PaidCustomer paid) => events.OfType<T>().Cast<PayerMemoryEvent>().Count(e => e.Customer == paid.Customer);

    [Property(MaxTest = 300, Arbitrary = [typeof(Steps)])]
    public void A_case_is_the_fold_of_its_events_and_nothing_is_confirmed_and_rejected(Step[] steps)
    {
        var (at, anna) = (Instant.FromUtc(2026, 1, 1, 0, 0), Actor.Person("anna"));
        var opened = Expect.Success(MatchCase.Open(Entity, Desk.Payment(100, "text", "DE1"), anna, at));
        var (state, events) = (opened.State, new List<MatchCaseEvent>(opened.Events));
        foreach (var step in steps)
        {
            var item = new OpenItemId($"I-{step.Item}");
            EquatableArray<SettledItem> settled = [new() { Item = item, Customer = new($"C-{step.Customer}") }];
            var result = step.Verb switch
            {
                0 => state.Confirm(settled, Of(step), at),
                1 => state.See(settled, Of(step), at),
                2 => state.TakeBack(item, Of(step), at),
                _ => state.Reject([item], "", Of(step), at),
            };
            if (!result.IsSuccess) continue;
            events.AddRange(result.Value.Events);
            state = result.Value.State;
            Assert.Empty(state.Check());
            if (step.Verb == 3) Assert.Contains(item, state.Again.Rejected);
            if (step.Verb == 0) Assert.DoesNotContain(item, state.Again.Rejected);
        }
        Assert.Equal(state, events.Skip(1).Aggregate(MatchCase.From((MatchCaseOpened)events[0]), (s, e) => s.Apply(e)));
    }
}
