using FsCheck.Fluent;

namespace OrderToCash.Tests;

public sealed class ProcessProperties
{
    [Property(MaxTest = 600, EndSize = 45, Arbitrary = [typeof(ProcessStep)])]
    public void Whatever_is_commanded_the_books_agree_with_each_other(ProcessStep[] steps)
    {
        var world = RandomBusiness.Open();
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].CommandFor(world, i) is not { } command) continue;
            world.Give(command.Command);
            world.CheckLaws();
        }
        world.CheckHistory();
    }

    [Fact]
    public void Random_commands_get_every_sort_of_thing_done()
    {
        // A lock is no command: the accountant sets it.
        var (done, given, wanted) = (new Dictionary<string, int>(), 0, ProcessStep.Kinds.Except(["lock"]).ToArray());
        // Some sorts need a chain of lucky steps: batches until each has happened, far more than it ever takes.
        for (var batch = 0; batch < 200 && wanted.Except(done.Keys).Any(); batch++)
        foreach (var steps in Seed.Sample(ProcessStep.Lists().Generator, 120, 30, $"process {batch}"))
        {
            var world = RandomBusiness.Open();
            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i].CommandFor(world, i) is not { } command) continue;
                given++;
                if (world.Give(command.Command)) done[command.Kind] = done.GetValueOrDefault(command.Kind) + 1;
            }
        }
        Assert.Empty(wanted.Except(done.Keys));
        // Refusals are tried too, but a property of refusals alone proves nothing.
        Assert.True(done.Values.Sum() * 2 > given, $"{done.Values.Sum()} of {given} commands were done");
    }
}
