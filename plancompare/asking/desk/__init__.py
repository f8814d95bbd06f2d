"""The writer's desk: what a draft lacks of its peers, carries of the plan above, keeps of the one before."""
